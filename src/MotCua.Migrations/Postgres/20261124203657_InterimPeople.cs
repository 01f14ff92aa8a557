using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MotCua.Migrations.Postgres
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
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    AskedById = table.Column<int>(type: "integer", nullable: true),
                    Asked = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Due = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Ended = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Reported = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
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
