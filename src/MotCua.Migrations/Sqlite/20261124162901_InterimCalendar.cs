using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MotCua.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InterimCalendar : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_calendar_days_Day_Kind",
                table: "calendar_days");

            migrationBuilder.AddColumn<long>(
                name: "Removed",
                table: "calendar_days",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Scope",
                table: "calendar_days",
                type: "TEXT",
                nullable: false,
                defaultValue: "nation");

            migrationBuilder.AddColumn<int>(
                name: "SuccessorId",
                table: "agencies",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "law_changes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    OfficerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    LegalBasis = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_law_changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recompute_runs",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Basis = table.Column<string>(type: "TEXT", nullable: false),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    OfficerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Asked = table.Column<long>(type: "INTEGER", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Total = table.Column<int>(type: "INTEGER", nullable: false),
                    LastDossier = table.Column<Guid>(type: "TEXT", nullable: false),
                    Done = table.Column<int>(type: "INTEGER", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    Failed = table.Column<int>(type: "INTEGER", nullable: false),
                    Finished = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recompute_runs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "rule_keys",
                columns: table => new
                {
                    Key = table.Column<string>(type: "TEXT", nullable: false),
                    Label = table.Column<string>(type: "TEXT", nullable: false),
                    Group = table.Column<string>(type: "TEXT", nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Unit = table.Column<string>(type: "TEXT", nullable: true),
                    Stricter = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    MovesDue = table.Column<bool>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_keys", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "unit_weeks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Week = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LegalBasis = table.Column<string>(type: "TEXT", nullable: false),
                    Verified = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_unit_weeks", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_calendar_days_Day_Kind_Scope",
                table: "calendar_days",
                columns: new[] { "Day", "Kind", "Scope" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_recompute_runs_Finished",
                table: "recompute_runs",
                column: "Finished");

            migrationBuilder.CreateIndex(
                name: "IX_unit_weeks_UnitId_From",
                table: "unit_weeks",
                columns: new[] { "UnitId", "From" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "law_changes");

            migrationBuilder.DropTable(
                name: "recompute_runs");

            migrationBuilder.DropTable(
                name: "rule_keys");

            migrationBuilder.DropTable(
                name: "unit_weeks");

            migrationBuilder.DropIndex(
                name: "IX_calendar_days_Day_Kind_Scope",
                table: "calendar_days");

            migrationBuilder.DropColumn(
                name: "Removed",
                table: "calendar_days");

            migrationBuilder.DropColumn(
                name: "Scope",
                table: "calendar_days");

            migrationBuilder.DropColumn(
                name: "SuccessorId",
                table: "agencies");

            migrationBuilder.CreateIndex(
                name: "IX_calendar_days_Day_Kind",
                table: "calendar_days",
                columns: new[] { "Day", "Kind" },
                unique: true);
        }
    }
}
