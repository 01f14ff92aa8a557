using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MotCua.Migrations.Postgres
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

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "Removed",
                table: "calendar_days",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Scope",
                table: "calendar_days",
                type: "text",
                nullable: false,
                defaultValue: "nation");

            migrationBuilder.AddColumn<int>(
                name: "SuccessorId",
                table: "agencies",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "law_changes",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    OfficerId = table.Column<int>(type: "integer", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    LegalBasis = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_law_changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recompute_runs",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Basis = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    OfficerId = table.Column<int>(type: "integer", nullable: false),
                    Asked = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    FirstDay = table.Column<DateOnly>(type: "date", nullable: false),
                    LastDay = table.Column<DateOnly>(type: "date", nullable: false),
                    Total = table.Column<int>(type: "integer", nullable: false),
                    LastDossier = table.Column<Guid>(type: "uuid", nullable: false),
                    Done = table.Column<int>(type: "integer", nullable: false),
                    Changed = table.Column<int>(type: "integer", nullable: false),
                    Failed = table.Column<int>(type: "integer", nullable: false),
                    Finished = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recompute_runs", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "rule_keys",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false),
                    Label = table.Column<string>(type: "text", nullable: false),
                    Group = table.Column<string>(type: "text", nullable: false),
                    Value = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Unit = table.Column<string>(type: "text", nullable: true),
                    Stricter = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    MovesDue = table.Column<bool>(type: "boolean", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_rule_keys", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "unit_weeks",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    Week = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    LegalBasis = table.Column<string>(type: "text", nullable: false),
                    Verified = table.Column<bool>(type: "boolean", nullable: false)
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
