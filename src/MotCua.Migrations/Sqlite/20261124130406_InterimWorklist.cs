using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MotCua.Migrations.Sqlite
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
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HolderId = table.Column<int>(type: "INTEGER", nullable: false),
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Received = table.Column<long>(type: "INTEGER", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Procedure = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossier_parts", x => new { x.DossierId, x.Kind, x.HolderId });
                });

            migrationBuilder.CreateTable(
                name: "dossier_presence",
                columns: table => new
                {
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OfficerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Since = table.Column<long>(type: "INTEGER", nullable: false),
                    Last = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossier_presence", x => new { x.DossierId, x.OfficerId });
                });

            migrationBuilder.CreateTable(
                name: "saved_filters",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficerId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: true),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Query = table.Column<string>(type: "TEXT", nullable: false),
                    Order = table.Column<int>(type: "INTEGER", nullable: false),
                    Pinned = table.Column<bool>(type: "INTEGER", nullable: false),
                    Deleted = table.Column<long>(type: "INTEGER", nullable: true)
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
