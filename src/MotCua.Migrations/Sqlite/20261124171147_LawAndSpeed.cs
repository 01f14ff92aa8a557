using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MotCua.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class LawAndSpeed : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_calendar_days_Day_Kind",
                table: "calendar_days");

            migrationBuilder.AddColumn<string>(
                name: "By",
                table: "reasons",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "NamesLaw",
                table: "reasons",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<long>(
                name: "Paused",
                table: "dossiers",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "PausedFor",
                table: "dossiers",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

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

            migrationBuilder.AddColumn<string>(
                name: "Channel",
                table: "attempts",
                type: "TEXT",
                maxLength: 40,
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "SuccessorId",
                table: "agencies",
                type: "INTEGER",
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
                name: "form_templates",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Key = table.Column<string>(type: "TEXT", maxLength: 60, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: true),
                    Text = table.Column<string>(type: "TEXT", nullable: false),
                    Verified = table.Column<bool>(type: "INTEGER", nullable: false),
                    UploadedBy = table.Column<int>(type: "INTEGER", nullable: false),
                    UploadedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    LegalBasis = table.Column<string>(type: "TEXT", nullable: true),
                    UsedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    UsedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    DiscardedAt = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_form_templates", x => x.Id);
                });

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
                name: "paper_book_entries",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BookId = table.Column<int>(type: "INTEGER", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_paper_book_entries", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "paper_books",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Year = table.Column<int>(type: "INTEGER", nullable: false),
                    Volume = table.Column<int>(type: "INTEGER", nullable: false),
                    Pages = table.Column<int>(type: "INTEGER", nullable: false),
                    FirstNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    LastNumber = table.Column<int>(type: "INTEGER", nullable: false),
                    Form = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    OpenedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    OpenedBy = table.Column<int>(type: "INTEGER", nullable: false),
                    OpenedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    ClosedOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    ClosedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    ClosedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    LastUsed = table.Column<int>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_paper_books", x => x.Id);
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
                name: "IX_calendar_days_Day_Kind_Scope",
                table: "calendar_days",
                columns: new[] { "Day", "Kind", "Scope" },
                unique: true);

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
                name: "IX_form_templates_Key_Version",
                table: "form_templates",
                columns: new[] { "Key", "Version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_paper_book_entries_BookId_Number",
                table: "paper_book_entries",
                columns: new[] { "BookId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_paper_book_entries_DossierId",
                table: "paper_book_entries",
                column: "DossierId");

            migrationBuilder.CreateIndex(
                name: "IX_paper_books_UnitId_Year_Volume",
                table: "paper_books",
                columns: new[] { "UnitId", "Year", "Volume" },
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
                name: "form_templates");

            migrationBuilder.DropTable(
                name: "law_changes");

            migrationBuilder.DropTable(
                name: "paper_book_entries");

            migrationBuilder.DropTable(
                name: "paper_books");

            migrationBuilder.DropTable(
                name: "recompute_runs");

            migrationBuilder.DropTable(
                name: "rule_keys");

            migrationBuilder.DropTable(
                name: "unit_weeks");

            migrationBuilder.DropTable(
                name: "warnings");

            migrationBuilder.DropIndex(
                name: "IX_dossier_events_Kind_At",
                table: "dossier_events");

            migrationBuilder.DropIndex(
                name: "IX_calendar_days_Day_Kind_Scope",
                table: "calendar_days");

            migrationBuilder.DropIndex(
                name: "IX_attempts_State_Channel",
                table: "attempts");

            migrationBuilder.DropColumn(
                name: "By",
                table: "reasons");

            migrationBuilder.DropColumn(
                name: "NamesLaw",
                table: "reasons");

            migrationBuilder.DropColumn(
                name: "Paused",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "PausedFor",
                table: "dossiers");

            migrationBuilder.DropColumn(
                name: "Removed",
                table: "calendar_days");

            migrationBuilder.DropColumn(
                name: "Scope",
                table: "calendar_days");

            migrationBuilder.DropColumn(
                name: "Channel",
                table: "attempts");

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
