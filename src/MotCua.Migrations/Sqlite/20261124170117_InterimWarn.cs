using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MotCua.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InterimWarn : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Channel",
                table: "attempts",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "digests",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Day = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    DueToday = table.Column<int>(type: "INTEGER", nullable: false),
                    DueNext = table.Column<int>(type: "INTEGER", nullable: false),
                    Overdue = table.Column<int>(type: "INTEGER", nullable: false),
                    Paused = table.Column<int>(type: "INTEGER", nullable: false),
                    Waiting = table.Column<int>(type: "INTEGER", nullable: false),
                    Read = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_digests", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "warnings",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    OfficerId = table.Column<int>(type: "INTEGER", nullable: false),
                    SubjectId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Threshold = table.Column<string>(type: "TEXT", nullable: false),
                    Due = table.Column<long>(type: "INTEGER", nullable: false),
                    Last = table.Column<bool>(type: "INTEGER", nullable: false),
                    As = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Read = table.Column<long>(type: "INTEGER", nullable: true),
                    Settled = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_warnings", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_dossier_events_Kind_At",
                table: "dossier_events",
                columns: new[] { "Kind", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_attempts_State_Channel",
                table: "attempts",
                columns: new[] { "State", "Channel" });

            migrationBuilder.CreateIndex(
                name: "IX_digests_OfficerId_Day",
                table: "digests",
                columns: new[] { "OfficerId", "Day" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_warnings_SubjectId_Due_Threshold_OfficerId",
                table: "warnings",
                columns: new[] { "SubjectId", "Due", "Threshold", "OfficerId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_warnings_current",
                table: "warnings",
                column: "OfficerId",
                filter: "\"Settled\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_warnings_unread",
                table: "warnings",
                column: "OfficerId",
                filter: "\"Read\" IS NULL AND \"Settled\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_warnings_unsettled",
                table: "warnings",
                column: "SubjectId",
                filter: "\"Settled\" IS NULL");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "digests");

            migrationBuilder.DropTable(
                name: "warnings");

            migrationBuilder.DropIndex(
                name: "IX_dossier_events_Kind_At",
                table: "dossier_events");

            migrationBuilder.DropIndex(
                name: "IX_attempts_State_Channel",
                table: "attempts");

            migrationBuilder.DropColumn(
                name: "Channel",
                table: "attempts");
        }
    }
}
