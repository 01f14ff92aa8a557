using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MotCua.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InterimPeople : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "consultations",
                columns: table => new
                {
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    AskedById = table.Column<int>(type: "INTEGER", nullable: true),
                    Asked = table.Column<long>(type: "INTEGER", nullable: false),
                    Due = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Ended = table.Column<long>(type: "INTEGER", nullable: true),
                    Reported = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_consultations", x => new { x.DossierId, x.Number });
                });

            migrationBuilder.CreateIndex(
                name: "IX_consultations_AskedById_State",
                table: "consultations",
                columns: new[] { "AskedById", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_consultations_State_Due",
                table: "consultations",
                columns: new[] { "State", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_consultations_UnitId_State_Due",
                table: "consultations",
                columns: new[] { "UnitId", "State", "Due" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "consultations");
        }
    }
}
