using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MotCua.Migrations.Sqlite
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
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "Pages",
                table: "paper_files",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Warning",
                table: "paper_files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WarningReason",
                table: "paper_files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Pages",
                table: "attempt_files",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Warning",
                table: "attempt_files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "held_documents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OwnerNumber = table.Column<string>(type: "TEXT", nullable: true),
                    OwnerName = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerFolded = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerBirth = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: true),
                    Notation = table.Column<string>(type: "TEXT", nullable: true),
                    Issued = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Issuer = table.Column<string>(type: "TEXT", nullable: true),
                    Abstract = table.Column<string>(type: "TEXT", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Scope = table.Column<string>(type: "TEXT", nullable: true),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Digest = table.Column<string>(type: "TEXT", nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", nullable: false),
                    Pages = table.Column<int>(type: "INTEGER", nullable: false),
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Component = table.Column<string>(type: "TEXT", nullable: true),
                    ShownOnly = table.Column<bool>(type: "INTEGER", nullable: false),
                    KeptAt = table.Column<long>(type: "INTEGER", nullable: false),
                    KeptBy = table.Column<int>(type: "INTEGER", nullable: false),
                    ReplacedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnnulledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnnulledBasis = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_held_documents", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_held_documents_Code",
                table: "held_documents",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_held_documents_Digest",
                table: "held_documents",
                column: "Digest");

            migrationBuilder.CreateIndex(
                name: "IX_held_documents_DossierId",
                table: "held_documents",
                column: "DossierId");

            migrationBuilder.CreateIndex(
                name: "IX_held_documents_OwnerNumber_Type",
                table: "held_documents",
                columns: new[] { "OwnerNumber", "Type" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "held_documents");

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
