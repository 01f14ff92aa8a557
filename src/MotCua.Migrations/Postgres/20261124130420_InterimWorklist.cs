using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MotCua.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class InterimWorklist : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_dossiers_ReceptionId_Received",
                table: "dossiers");

            migrationBuilder.CreateTable(
                name: "dossier_parts",
                columns: table => new
                {
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    HolderId = table.Column<int>(type: "integer", nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Received = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false),
                    Procedure = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossier_parts", x => new { x.DossierId, x.Kind, x.HolderId });
                });

            migrationBuilder.CreateTable(
                name: "dossier_presence",
                columns: table => new
                {
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    OfficerId = table.Column<int>(type: "integer", nullable: false),
                    Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Last = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossier_presence", x => new { x.DossierId, x.OfficerId });
                });

            migrationBuilder.CreateTable(
                name: "saved_filters",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficerId = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: true),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Query = table.Column<string>(type: "text", nullable: false),
                    Order = table.Column<int>(type: "integer", nullable: false),
                    Pinned = table.Column<bool>(type: "boolean", nullable: false),
                    Deleted = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_saved_filters", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_Received_Code",
                table: "dossiers",
                columns: new[] { "Received", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_ReceptionId_Received_Code",
                table: "dossiers",
                columns: new[] { "ReceptionId", "Received", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_dossier_parts_Kind_HolderId_Received_Code_Procedure",
                table: "dossier_parts",
                columns: new[] { "Kind", "HolderId", "Received", "Code", "Procedure" });

            migrationBuilder.CreateIndex(
                name: "IX_dossier_presence_Last",
                table: "dossier_presence",
                column: "Last");

            migrationBuilder.CreateIndex(
                name: "IX_saved_filters_OfficerId",
                table: "saved_filters",
                column: "OfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_saved_filters_UnitId",
                table: "saved_filters",
                column: "UnitId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "dossier_parts");

            migrationBuilder.DropTable(
                name: "dossier_presence");

            migrationBuilder.DropTable(
                name: "saved_filters");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_Received_Code",
                table: "dossiers");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_ReceptionId_Received_Code",
                table: "dossiers");

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_ReceptionId_Received",
                table: "dossiers",
                columns: new[] { "ReceptionId", "Received" });
        }
    }
}
