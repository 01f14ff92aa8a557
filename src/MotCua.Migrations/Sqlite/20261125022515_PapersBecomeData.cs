using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MotCua.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class PapersBecomeData : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Door",
                table: "reading_log",
                type: "TEXT",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<Guid>(
                name: "DocumentId",
                table: "paper_files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Pages",
                table: "paper_files",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Warning",
                table: "paper_files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "WarningReason",
                table: "paper_files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "DocumentId",
                table: "attempt_files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Pages",
                table: "attempt_files",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Warning",
                table: "attempt_files",
                type: "TEXT",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "archive_packages",
                columns: table => new
                {
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    Files = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    OfficerId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_archive_packages", x => x.DossierId);
                });

            migrationBuilder.CreateTable(
                name: "back_file_batches",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", nullable: false),
                    AgencyId = table.Column<int>(type: "INTEGER", nullable: false),
                    OfficerId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_back_file_batches", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "back_file_lines",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BatchId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    File = table.Column<string>(type: "TEXT", nullable: false),
                    Paper = table.Column<string>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Error = table.Column<string>(type: "TEXT", nullable: true),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: true),
                    At = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_back_file_lines", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "component_types",
                columns: table => new
                {
                    Procedure = table.Column<string>(type: "TEXT", nullable: false),
                    Component = table.Column<string>(type: "TEXT", nullable: false),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    LegalBasis = table.Column<string>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Verified = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_component_types", x => new { x.Procedure, x.Component, x.Type, x.From });
                });

            migrationBuilder.CreateTable(
                name: "declared_fields",
                columns: table => new
                {
                    Procedure = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    Label = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Choices = table.Column<string>(type: "TEXT", nullable: false),
                    Required = table.Column<bool>(type: "INTEGER", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Basis = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_declared_fields", x => new { x.Procedure, x.Name, x.From });
                });

            migrationBuilder.CreateTable(
                name: "document_changes",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    DocumentId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    OfficerId = table.Column<int>(type: "INTEGER", nullable: false),
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Change = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Basis = table.Column<string>(type: "TEXT", nullable: false),
                    Fields = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_document_changes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "dossier_declared",
                columns: table => new
                {
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false),
                    Label = table.Column<string>(type: "TEXT", nullable: false),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossier_declared", x => new { x.DossierId, x.Name });
                });

            migrationBuilder.CreateTable(
                name: "file_reports",
                columns: table => new
                {
                    Digest = table.Column<string>(type: "TEXT", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Report = table.Column<string>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file_reports", x => x.Digest);
                });

            migrationBuilder.CreateTable(
                name: "held_documents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    OwnerNumber = table.Column<string>(type: "TEXT", nullable: true),
                    OwnerName = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerFolded = table.Column<string>(type: "TEXT", nullable: false),
                    OwnerBirth = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Type = table.Column<string>(type: "TEXT", nullable: false),
                    Title = table.Column<string>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", nullable: true),
                    Notation = table.Column<string>(type: "TEXT", nullable: true),
                    Issued = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Issuer = table.Column<string>(type: "TEXT", nullable: true),
                    Abstract = table.Column<string>(type: "TEXT", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Scope = table.Column<string>(type: "TEXT", nullable: true),
                    Origin = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Digest = table.Column<string>(type: "TEXT", nullable: false),
                    MediaType = table.Column<string>(type: "TEXT", nullable: false),
                    Pages = table.Column<int>(type: "INTEGER", nullable: false),
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AgencyId = table.Column<int>(type: "INTEGER", nullable: true),
                    Component = table.Column<string>(type: "TEXT", nullable: true),
                    ShownOnly = table.Column<bool>(type: "INTEGER", nullable: false),
                    KeptAt = table.Column<long>(type: "INTEGER", nullable: false),
                    KeptBy = table.Column<int>(type: "INTEGER", nullable: false),
                    ReplacedBy = table.Column<Guid>(type: "TEXT", nullable: true),
                    AnnulledAt = table.Column<long>(type: "INTEGER", nullable: true),
                    AnnulledBasis = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_held_documents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "instructions",
                columns: table => new
                {
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    ById = table.Column<int>(type: "INTEGER", nullable: false),
                    ToId = table.Column<int>(type: "INTEGER", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Given = table.Column<long>(type: "INTEGER", nullable: false),
                    Due = table.Column<long>(type: "INTEGER", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TextId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_instructions", x => new { x.DossierId, x.Number });
                });

            migrationBuilder.CreateTable(
                name: "linked_groups",
                columns: table => new
                {
                    Id = table.Column<int>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Procedure = table.Column<string>(type: "TEXT", nullable: false),
                    Publisher = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    LegalBasis = table.Column<string>(type: "TEXT", nullable: false),
                    From = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    To = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Verified = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_linked_groups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "scan_pages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    ScanId = table.Column<Guid>(type: "TEXT", nullable: false),
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Picture = table.Column<string>(type: "TEXT", nullable: false),
                    Width = table.Column<int>(type: "INTEGER", nullable: false),
                    Height = table.Column<int>(type: "INTEGER", nullable: false),
                    Dpi = table.Column<int>(type: "INTEGER", nullable: false),
                    Quarters = table.Column<int>(type: "INTEGER", nullable: false),
                    Turned = table.Column<bool>(type: "INTEGER", nullable: false),
                    Blank = table.Column<bool>(type: "INTEGER", nullable: false),
                    Separator = table.Column<string>(type: "TEXT", nullable: true),
                    Fault = table.Column<string>(type: "TEXT", nullable: true),
                    IsRead = table.Column<bool>(type: "INTEGER", nullable: false),
                    Words = table.Column<string>(type: "TEXT", nullable: true),
                    Laid = table.Column<bool>(type: "INTEGER", nullable: false),
                    PaperId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Again = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scan_pages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "scan_papers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    Component = table.Column<string>(type: "TEXT", nullable: false),
                    Name = table.Column<string>(type: "TEXT", nullable: false),
                    OfficerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Created = table.Column<long>(type: "INTEGER", nullable: false),
                    Sides = table.Column<int>(type: "INTEGER", nullable: true),
                    Typed = table.Column<string>(type: "TEXT", nullable: true),
                    Facts = table.Column<string>(type: "TEXT", nullable: true),
                    Owner = table.Column<string>(type: "TEXT", nullable: true),
                    CheckedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CheckedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    Prepared = table.Column<string>(type: "TEXT", nullable: true),
                    PreparedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Correlation = table.Column<Guid>(type: "TEXT", nullable: true),
                    Signed = table.Column<string>(type: "TEXT", nullable: true),
                    SignedPages = table.Column<int>(type: "INTEGER", nullable: false),
                    SignedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SignedBy = table.Column<int>(type: "INTEGER", nullable: true),
                    Serial = table.Column<string>(type: "TEXT", nullable: true),
                    Report = table.Column<string>(type: "TEXT", nullable: true),
                    Code = table.Column<string>(type: "TEXT", nullable: true),
                    DocumentCode = table.Column<string>(type: "TEXT", nullable: true),
                    KeptAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scan_papers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "scans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    DossierId = table.Column<Guid>(type: "TEXT", nullable: false),
                    UnitId = table.Column<int>(type: "INTEGER", nullable: false),
                    OfficerId = table.Column<int>(type: "INTEGER", nullable: false),
                    Digest = table.Column<string>(type: "TEXT", nullable: false),
                    FileName = table.Column<string>(type: "TEXT", nullable: false),
                    Size = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    Component = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Cut = table.Column<bool>(type: "INTEGER", nullable: false),
                    Worker = table.Column<Guid>(type: "TEXT", nullable: true),
                    LeaseUntil = table.Column<long>(type: "INTEGER", nullable: true),
                    Tries = table.Column<int>(type: "INTEGER", nullable: false),
                    Problem = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scans", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "linked_members",
                columns: table => new
                {
                    GroupId = table.Column<int>(type: "INTEGER", nullable: false),
                    Place = table.Column<int>(type: "INTEGER", nullable: false),
                    Procedure = table.Column<string>(type: "TEXT", nullable: false),
                    Needs = table.Column<string>(type: "TEXT", nullable: false),
                    StopsWithout = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_linked_members", x => new { x.GroupId, x.Place });
                    table.ForeignKey(
                        name: "FK_linked_members_linked_groups_GroupId",
                        column: x => x.GroupId,
                        principalTable: "linked_groups",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_paper_files_DocumentId",
                table: "paper_files",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_outbox_ourselves",
                table: "outbox",
                column: "Id",
                filter: "\"Receiver\" = 'self' AND \"Sent\" IS NULL");

            migrationBuilder.CreateIndex(
                name: "IX_archive_packages_Digest",
                table: "archive_packages",
                column: "Digest");

            migrationBuilder.CreateIndex(
                name: "IX_back_file_batches_AgencyId",
                table: "back_file_batches",
                column: "AgencyId");

            migrationBuilder.CreateIndex(
                name: "IX_back_file_batches_Digest",
                table: "back_file_batches",
                column: "Digest");

            migrationBuilder.CreateIndex(
                name: "IX_back_file_lines_BatchId_State",
                table: "back_file_lines",
                columns: new[] { "BatchId", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_document_changes_DocumentId",
                table: "document_changes",
                column: "DocumentId");

            migrationBuilder.CreateIndex(
                name: "IX_held_documents_Code",
                table: "held_documents",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_held_documents_Digest",
                table: "held_documents",
                column: "Digest");

            migrationBuilder.CreateIndex(
                name: "IX_held_documents_DossierId",
                table: "held_documents",
                column: "DossierId");

            migrationBuilder.CreateIndex(
                name: "IX_held_documents_OwnerNumber_Type",
                table: "held_documents",
                columns: new[] { "OwnerNumber", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_instructions_ById_State",
                table: "instructions",
                columns: new[] { "ById", "State" });

            migrationBuilder.CreateIndex(
                name: "IX_instructions_State_Due",
                table: "instructions",
                columns: new[] { "State", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_instructions_ToId_State_Due",
                table: "instructions",
                columns: new[] { "ToId", "State", "Due" });

            migrationBuilder.CreateIndex(
                name: "IX_linked_groups_Procedure_From",
                table: "linked_groups",
                columns: new[] { "Procedure", "From" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_scan_pages_DossierId",
                table: "scan_pages",
                column: "DossierId");

            migrationBuilder.CreateIndex(
                name: "IX_scan_pages_PaperId",
                table: "scan_pages",
                column: "PaperId");

            migrationBuilder.CreateIndex(
                name: "IX_scan_pages_Picture",
                table: "scan_pages",
                column: "Picture");

            migrationBuilder.CreateIndex(
                name: "IX_scan_pages_ScanId_Number",
                table: "scan_pages",
                columns: new[] { "ScanId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_scan_papers_DossierId",
                table: "scan_papers",
                column: "DossierId");

            migrationBuilder.CreateIndex(
                name: "IX_scan_papers_UnitId_KeptAt",
                table: "scan_papers",
                columns: new[] { "UnitId", "KeptAt" });

            migrationBuilder.CreateIndex(
                name: "IX_scans_Digest",
                table: "scans",
                column: "Digest");

            migrationBuilder.CreateIndex(
                name: "IX_scans_DossierId",
                table: "scans",
                column: "DossierId");

            migrationBuilder.CreateIndex(
                name: "IX_scans_State_At",
                table: "scans",
                columns: new[] { "State", "At" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "archive_packages");

            migrationBuilder.DropTable(
                name: "back_file_batches");

            migrationBuilder.DropTable(
                name: "back_file_lines");

            migrationBuilder.DropTable(
                name: "component_types");

            migrationBuilder.DropTable(
                name: "declared_fields");

            migrationBuilder.DropTable(
                name: "document_changes");

            migrationBuilder.DropTable(
                name: "dossier_declared");

            migrationBuilder.DropTable(
                name: "file_reports");

            migrationBuilder.DropTable(
                name: "held_documents");

            migrationBuilder.DropTable(
                name: "instructions");

            migrationBuilder.DropTable(
                name: "linked_members");

            migrationBuilder.DropTable(
                name: "scan_pages");

            migrationBuilder.DropTable(
                name: "scan_papers");

            migrationBuilder.DropTable(
                name: "scans");

            migrationBuilder.DropTable(
                name: "linked_groups");

            migrationBuilder.DropIndex(
                name: "IX_paper_files_DocumentId",
                table: "paper_files");

            migrationBuilder.DropIndex(
                name: "IX_outbox_ourselves",
                table: "outbox");

            migrationBuilder.DropColumn(
                name: "Door",
                table: "reading_log");

            migrationBuilder.DropColumn(
                name: "DocumentId",
                table: "paper_files");

            migrationBuilder.DropColumn(
                name: "Pages",
                table: "paper_files");

            migrationBuilder.DropColumn(
                name: "Warning",
                table: "paper_files");

            migrationBuilder.DropColumn(
                name: "WarningReason",
                table: "paper_files");

            migrationBuilder.DropColumn(
                name: "DocumentId",
                table: "attempt_files");

            migrationBuilder.DropColumn(
                name: "Pages",
                table: "attempt_files");

            migrationBuilder.DropColumn(
                name: "Warning",
                table: "attempt_files");
        }
    }
}
