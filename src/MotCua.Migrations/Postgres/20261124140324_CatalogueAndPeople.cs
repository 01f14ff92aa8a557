using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MotCua.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class CatalogueAndPeople : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_dossiers_ReceptionId_Received",
                table: "dossiers");

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

            migrationBuilder.AddColumn<string>(
                name: "AddressDetail",
                table: "parties",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Commune",
                table: "parties",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "FormerAddress",
                table: "parties",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Province",
                table: "parties",
                type: "text",
                nullable: true);

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
                name: "administrative_unit_mappings",
                columns: table => new
                {
                    OldCode = table.Column<string>(type: "text", nullable: false),
                    NewCode = table.Column<string>(type: "text", nullable: false),
                    Day = table.Column<DateOnly>(type: "date", nullable: false),
                    Split = table.Column<bool>(type: "boolean", nullable: false),
                    LegalBasis = table.Column<string>(type: "text", nullable: false),
                    Verified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_administrative_unit_mappings", x => new { x.OldCode, x.NewCode, x.Day });
                });

            migrationBuilder.CreateTable(
                name: "administrative_units",
                columns: table => new
                {
                    Code = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Level = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Parent = table.Column<string>(type: "text", nullable: true),
                    LegalBasis = table.Column<string>(type: "text", nullable: false),
                    Verified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_administrative_units", x => new { x.Code, x.From });
                });

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
                name: "catalogue_acts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Code = table.Column<string>(type: "text", nullable: false),
                    Act = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: true),
                    Field = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    DefectId = table.Column<int>(type: "integer", nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: false),
                    OfficerId = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_acts", x => x.Id);
                });

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
                name: "party_changes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    PartyId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    OfficerId = table.Column<int>(type: "integer", nullable: false),
                    Change = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "text", nullable: false),
                    Fields = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_party_changes", x => x.Id);
                });

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

            migrationBuilder.CreateTable(
                name: "reading_log",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    OfficerId = table.Column<int>(type: "integer", nullable: false),
                    Duty = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    UnitId = table.Column<int>(type: "integer", nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: true),
                    Part = table.Column<string>(type: "text", nullable: false),
                    Purpose = table.Column<string>(type: "text", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_reading_log", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "recovery_codes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    OfficerId = table.Column<int>(type: "integer", nullable: false),
                    Hash = table.Column<string>(type: "text", nullable: false),
                    Used = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_recovery_codes", x => x.Id);
                    table.ForeignKey(
                        name: "FK_recovery_codes_officers_OfficerId",
                        column: x => x.OfficerId,
                        principalTable: "officers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
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

            migrationBuilder.CreateTable(
                name: "second_factors",
                columns: table => new
                {
                    OfficerId = table.Column<int>(type: "integer", nullable: false),
                    Secret = table.Column<string>(type: "text", nullable: false),
                    Since = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastStep = table.Column<long>(type: "bigint", nullable: false),
                    Salt = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_second_factors", x => x.OfficerId);
                    table.ForeignKey(
                        name: "FK_second_factors_officers_OfficerId",
                        column: x => x.OfficerId,
                        principalTable: "officers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "security_events",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OfficerId = table.Column<int>(type: "integer", nullable: true),
                    ById = table.Column<int>(type: "integer", nullable: true),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Address = table.Column<string>(type: "text", nullable: false),
                    SessionId = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_security_events", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "sessions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    KeyHash = table.Column<string>(type: "text", nullable: false),
                    OfficerId = table.Column<int>(type: "integer", nullable: false),
                    Device = table.Column<string>(type: "text", nullable: false),
                    Address = table.Column<string>(type: "text", nullable: false),
                    Started = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    LastSeen = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Ended = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Why = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_sessions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_sessions_officers_OfficerId",
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
                name: "tracking_factors",
                columns: table => new
                {
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    Salt = table.Column<byte[]>(type: "bytea", nullable: false),
                    Hash = table.Column<byte[]>(type: "bytea", nullable: false),
                    Sealed = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tracking_factors", x => x.DossierId);
                });

            migrationBuilder.CreateTable(
                name: "tracking_tries",
                columns: table => new
                {
                    Key = table.Column<string>(type: "text", nullable: false),
                    Hour = table.Column<string>(type: "text", nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_tracking_tries", x => new { x.Key, x.Hour });
                });

            migrationBuilder.CreateTable(
                name: "wrong_guesses",
                columns: table => new
                {
                    Id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    Ends = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_wrong_guesses", x => x.Id);
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
                name: "IX_dossiers_Procedure_ProcedureVersion_Status",
                table: "dossiers",
                columns: new[] { "Procedure", "ProcedureVersion", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_Received_Code",
                table: "dossiers",
                columns: new[] { "Received", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_ReceptionId_Received_Code",
                table: "dossiers",
                columns: new[] { "ReceptionId", "Received", "Code" });

            migrationBuilder.CreateIndex(
                name: "IX_backup_staff_OfficerId",
                table: "backup_staff",
                column: "OfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_backup_staff_UnitId",
                table: "backup_staff",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_acts_Code_Id",
                table: "catalogue_acts",
                columns: new[] { "Code", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_acts_OfficerId_Act_Id",
                table: "catalogue_acts",
                columns: new[] { "OfficerId", "Act", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_dossier_parts_Kind_HolderId_Received_Code_Procedure",
                table: "dossier_parts",
                columns: new[] { "Kind", "HolderId", "Received", "Code", "Procedure" });

            migrationBuilder.CreateIndex(
                name: "IX_dossier_presence_Last",
                table: "dossier_presence",
                column: "Last");

            migrationBuilder.CreateIndex(
                name: "IX_duty_requests_OfficerId",
                table: "duty_requests",
                column: "OfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_duty_requests_State_UnitId",
                table: "duty_requests",
                columns: new[] { "State", "UnitId" });

            migrationBuilder.CreateIndex(
                name: "IX_party_changes_DossierId",
                table: "party_changes",
                column: "DossierId");

            migrationBuilder.CreateIndex(
                name: "IX_procedure_defects_Code_Digest",
                table: "procedure_defects",
                columns: new[] { "Code", "Digest" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_procedure_defects_Settled_Kind",
                table: "procedure_defects",
                columns: new[] { "Settled", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_reading_log_At",
                table: "reading_log",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_reading_log_DossierId_OfficerId",
                table: "reading_log",
                columns: new[] { "DossierId", "OfficerId" });

            migrationBuilder.CreateIndex(
                name: "IX_reading_log_OfficerId_At",
                table: "reading_log",
                columns: new[] { "OfficerId", "At" });

            migrationBuilder.CreateIndex(
                name: "IX_recovery_codes_OfficerId_Hash",
                table: "recovery_codes",
                columns: new[] { "OfficerId", "Hash" });

            migrationBuilder.CreateIndex(
                name: "IX_saved_filters_OfficerId",
                table: "saved_filters",
                column: "OfficerId");

            migrationBuilder.CreateIndex(
                name: "IX_saved_filters_UnitId",
                table: "saved_filters",
                column: "UnitId");

            migrationBuilder.CreateIndex(
                name: "IX_security_events_At",
                table: "security_events",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_security_events_OfficerId_Id",
                table: "security_events",
                columns: new[] { "OfficerId", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_sessions_KeyHash",
                table: "sessions",
                column: "KeyHash",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_sessions_OfficerId_LastSeen",
                table: "sessions",
                columns: new[] { "OfficerId", "LastSeen" });

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

            migrationBuilder.CreateIndex(
                name: "IX_wrong_guesses_Ends",
                table: "wrong_guesses",
                column: "Ends");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "administrative_unit_mappings");

            migrationBuilder.DropTable(
                name: "administrative_units");

            migrationBuilder.DropTable(
                name: "backup_staff");

            migrationBuilder.DropTable(
                name: "catalogue_acts");

            migrationBuilder.DropTable(
                name: "dossier_parts");

            migrationBuilder.DropTable(
                name: "dossier_presence");

            migrationBuilder.DropTable(
                name: "duty_requests");

            migrationBuilder.DropTable(
                name: "party_changes");

            migrationBuilder.DropTable(
                name: "procedure_defects");

            migrationBuilder.DropTable(
                name: "procedure_locks");

            migrationBuilder.DropTable(
                name: "procedure_sources");

            migrationBuilder.DropTable(
                name: "reading_log");

            migrationBuilder.DropTable(
                name: "recovery_codes");

            migrationBuilder.DropTable(
                name: "saved_filters");

            migrationBuilder.DropTable(
                name: "second_factors");

            migrationBuilder.DropTable(
                name: "security_events");

            migrationBuilder.DropTable(
                name: "sessions");

            migrationBuilder.DropTable(
                name: "substituted_duties");

            migrationBuilder.DropTable(
                name: "tracking_factors");

            migrationBuilder.DropTable(
                name: "tracking_tries");

            migrationBuilder.DropTable(
                name: "wrong_guesses");

            migrationBuilder.DropTable(
                name: "substitutions");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_Procedure_ProcedureVersion_Status",
                table: "dossiers");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_Received_Code",
                table: "dossiers");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_ReceptionId_Received_Code",
                table: "dossiers");

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

            migrationBuilder.DropColumn(
                name: "AddressDetail",
                table: "parties");

            migrationBuilder.DropColumn(
                name: "Commune",
                table: "parties");

            migrationBuilder.DropColumn(
                name: "FormerAddress",
                table: "parties");

            migrationBuilder.DropColumn(
                name: "Province",
                table: "parties");

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

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_ReceptionId_Received",
                table: "dossiers",
                columns: new[] { "ReceptionId", "Received" });
        }
    }
}
