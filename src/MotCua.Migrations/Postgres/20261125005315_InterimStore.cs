using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MotCua.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class InterimStore : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Door",
                table: "reading_log",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Pages",
                table: "paper_files",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Warning",
                table: "paper_files",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WarningReason",
                table: "paper_files",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Pages",
                table: "attempt_files",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Warning",
                table: "attempt_files",
                type: "text",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Door",
                table: "reading_log");

            migrationBuilder.DropColumn(
                name: "Pages",
                table: "paper_files");

            migrationBuilder.DropColumn(
                name: "Warning",
                table: "paper_files");

            migrationBuilder.DropColumn(
                name: "WarningReason",
                table: "paper_files");

            migrationBuilder.DropColumn(
                name: "Pages",
                table: "attempt_files");

            migrationBuilder.DropColumn(
                name: "Warning",
                table: "attempt_files");
        }
    }
}
