using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MotCua.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class InterimCore : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Digest",
                table: "procedures",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<int>(
                name: "OfficerId",
                table: "procedures",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Origin",
                table: "procedures",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Seed");

            migrationBuilder.AddColumn<string>(
                name: "Summary",
                table: "procedures",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "procedure_defects",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Code = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "text", nullable: false),
                    Field = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Digest = table.Column<string>(type: "text", nullable: false),
                    Found = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Settled = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Settlement = table.Column<string>(type: "text", nullable: true),
                    OfficerId = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_procedure_defects", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "procedure_locks",
                columns: table => new
                {
                    Code = table.Column<string>(type: "text", nullable: false),
                    Field = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    OfficerId = table.Column<int>(type: "integer", nullable: true),
                    Released = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_procedure_locks", x => new { x.Code, x.Field });
                });

            migrationBuilder.CreateTable(
                name: "procedure_sources",
                columns: table => new
                {
                    Code = table.Column<string>(type: "text", nullable: false),
                    Source = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Seen = table.Column<DateOnly>(type: "date", nullable: false),
                    Origin = table.Column<string>(type: "text", nullable: false),
                    Content = table.Column<string>(type: "text", nullable: false),
                    Digest = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_procedure_sources", x => new { x.Code, x.Source });
                });

            migrationBuilder.CreateIndex(
                name: "IX_procedure_defects_Code_Digest",
                table: "procedure_defects",
                columns: new[] { "Code", "Digest" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_procedure_defects_Settled_Kind",
                table: "procedure_defects",
                columns: new[] { "Settled", "Kind" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "procedure_defects");

            migrationBuilder.DropTable(
                name: "procedure_locks");

            migrationBuilder.DropTable(
                name: "procedure_sources");

            migrationBuilder.DropColumn(
                name: "Digest",
                table: "procedures");

            migrationBuilder.DropColumn(
                name: "OfficerId",
                table: "procedures");

            migrationBuilder.DropColumn(
                name: "Origin",
                table: "procedures");

            migrationBuilder.DropColumn(
                name: "Summary",
                table: "procedures");
        }
    }
}
