using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MotCua.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class InterimDuties : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "Created",
                table: "officers",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "CreatedById",
                table: "officers",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Fields",
                table: "officers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Phone",
                table: "officers",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Staff",
                table: "officers",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "CivilServant");

            migrationBuilder.AddColumn<int>(
                name: "UnitId",
                table: "officers",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "Approved",
                table: "duty_grants",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "ApprovedById",
                table: "duty_grants",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "BasisDay",
                table: "duty_grants",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "EndBasis",
                table: "duty_grants",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "Ended",
                table: "duty_grants",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "EndedById",
                table: "duty_grants",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "Granted",
                table: "duty_grants",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "GrantedById",
                table: "duty_grants",
                type: "integer",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Kind",
                table: "duty_grants",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "Official");

            migrationBuilder.AddColumn<DateOnly>(
                name: "MeantTo",
                table: "duty_grants",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "Qualified",
                table: "duty_grants",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Reason",
                table: "duty_grants",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Years",
                table: "duty_grants",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "backup_staff",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficerId = table.Column<int>(type: "integer", nullable: false),
                    Duty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Basis = table.Column<string>(type: "text", nullable: false),
                    BasisDay = table.Column<DateOnly>(type: "date", nullable: true),
                    ListedById = table.Column<int>(type: "integer", nullable: false),
                    Listed = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    EndedById = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_backup_staff", x => x.Id);
                    table.ForeignKey(
                        name: "FK_backup_staff_officers_OfficerId",
                        column: x => x.OfficerId,
                        principalTable: "officers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "duty_requests",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficerId = table.Column<int>(type: "integer", nullable: false),
                    Duty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Basis = table.Column<string>(type: "text", nullable: false),
                    BasisDay = table.Column<DateOnly>(type: "date", nullable: true),
                    Years = table.Column<int>(type: "integer", nullable: true),
                    Qualified = table.Column<bool>(type: "boolean", nullable: false),
                    Reason = table.Column<string>(type: "text", nullable: true),
                    ProposedById = table.Column<int>(type: "integer", nullable: false),
                    Proposed = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DecidedById = table.Column<int>(type: "integer", nullable: true),
                    Decided = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Words = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_duty_requests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_duty_requests_officers_OfficerId",
                        column: x => x.OfficerId,
                        principalTable: "officers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "substitutions",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    AbsentId = table.Column<int>(type: "integer", nullable: false),
                    SubstituteId = table.Column<int>(type: "integer", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: false),
                    Basis = table.Column<string>(type: "text", nullable: false),
                    ProposedById = table.Column<int>(type: "integer", nullable: false),
                    ProposedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    DecidedById = table.Column<int>(type: "integer", nullable: true),
                    DecidedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Approved = table.Column<bool>(type: "boolean", nullable: false),
                    RevokedFrom = table.Column<DateOnly>(type: "date", nullable: true),
                    RevokedById = table.Column<int>(type: "integer", nullable: true),
                    Words = table.Column<string>(type: "text", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_substitutions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_substitutions_officers_AbsentId",
                        column: x => x.AbsentId,
                        principalTable: "officers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_substitutions_officers_SubstituteId",
                        column: x => x.SubstituteId,
                        principalTable: "officers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "substituted_duties",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    SubstitutionId = table.Column<int>(type: "integer", nullable: false),
                    Duty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_substituted_duties", x => x.Id);
                    table.ForeignKey(
                        name: "FK_substituted_duties_substitutions_SubstitutionId",
                        column: x => x.SubstitutionId,
                        principalTable: "substitutions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_backup_staff_OfficerId",
                table: "backup_staff",
                column: "OfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_backup_staff_UnitId",
                table: "backup_staff",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_duty_requests_OfficerId",
                table: "duty_requests",
                column: "OfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_duty_requests_State_UnitId",
                table: "duty_requests",
                columns: new[] { "State", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_substituted_duties_SubstitutionId",
                table: "substituted_duties",
                column: "SubstitutionId");

            migrationBuilder.CreateIndex(
                name: "IX_substitutions_AbsentId_To",
                table: "substitutions",
                columns: new[] { "AbsentId", "To" });

            migrationBuilder.CreateIndex(
                name: "IX_substitutions_SubstituteId_To",
                table: "substitutions",
                columns: new[] { "SubstituteId", "To" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "backup_staff");

            migrationBuilder.DropTable(
                name: "duty_requests");

            migrationBuilder.DropTable(
                name: "substituted_duties");

            migrationBuilder.DropTable(
                name: "substitutions");

            migrationBuilder.DropColumn(
                name: "Created",
                table: "officers");

            migrationBuilder.DropColumn(
                name: "CreatedById",
                table: "officers");

            migrationBuilder.DropColumn(
                name: "Fields",
                table: "officers");

            migrationBuilder.DropColumn(
                name: "Phone",
                table: "officers");

            migrationBuilder.DropColumn(
                name: "Staff",
                table: "officers");

            migrationBuilder.DropColumn(
                name: "UnitId",
                table: "officers");

            migrationBuilder.DropColumn(
                name: "Approved",
                table: "duty_grants");

            migrationBuilder.DropColumn(
                name: "ApprovedById",
                table: "duty_grants");

            migrationBuilder.DropColumn(
                name: "BasisDay",
                table: "duty_grants");

            migrationBuilder.DropColumn(
                name: "EndBasis",
                table: "duty_grants");

            migrationBuilder.DropColumn(
                name: "Ended",
                table: "duty_grants");

            migrationBuilder.DropColumn(
                name: "EndedById",
                table: "duty_grants");

            migrationBuilder.DropColumn(
                name: "Granted",
                table: "duty_grants");

            migrationBuilder.DropColumn(
                name: "GrantedById",
                table: "duty_grants");

            migrationBuilder.DropColumn(
                name: "Kind",
                table: "duty_grants");

            migrationBuilder.DropColumn(
                name: "MeantTo",
                table: "duty_grants");

            migrationBuilder.DropColumn(
                name: "Qualified",
                table: "duty_grants");

            migrationBuilder.DropColumn(
                name: "Reason",
                table: "duty_grants");

            migrationBuilder.DropColumn(
                name: "Years",
                table: "duty_grants");
        }
    }
}
