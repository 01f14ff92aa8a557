using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MotCua.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class InterimScan : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "file_reports",
                columns: table => new
                {
                    Digest = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Report = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_file_reports", x => x.Digest);
                });

            migrationBuilder.CreateTable(
                name: "held_documents",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "text", nullable: false),
                    OwnerKind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    OwnerNumber = table.Column<string>(type: "text", nullable: true),
                    OwnerName = table.Column<string>(type: "text", nullable: false),
                    OwnerFolded = table.Column<string>(type: "text", nullable: false),
                    OwnerBirth = table.Column<DateOnly>(type: "date", nullable: true),
                    Type = table.Column<string>(type: "text", nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<string>(type: "text", nullable: true),
                    Notation = table.Column<string>(type: "text", nullable: true),
                    Issued = table.Column<DateOnly>(type: "date", nullable: true),
                    Issuer = table.Column<string>(type: "text", nullable: true),
                    Abstract = table.Column<string>(type: "text", nullable: true),
                    ValidUntil = table.Column<DateOnly>(type: "date", nullable: true),
                    Scope = table.Column<string>(type: "text", nullable: true),
                    Origin = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Digest = table.Column<string>(type: "text", nullable: false),
                    MediaType = table.Column<string>(type: "text", nullable: false),
                    Pages = table.Column<int>(type: "integer", nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: true),
                    Component = table.Column<string>(type: "text", nullable: true),
                    ShownOnly = table.Column<bool>(type: "boolean", nullable: false),
                    KeptAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    KeptBy = table.Column<int>(type: "integer", nullable: false),
                    ReplacedBy = table.Column<Guid>(type: "uuid", nullable: true),
                    AnnulledAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    AnnulledBasis = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_held_documents", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "scan_pages",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    ScanId = table.Column<Guid>(type: "uuid", nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    Picture = table.Column<string>(type: "text", nullable: false),
                    Width = table.Column<int>(type: "integer", nullable: false),
                    Height = table.Column<int>(type: "integer", nullable: false),
                    Dpi = table.Column<int>(type: "integer", nullable: false),
                    Quarters = table.Column<int>(type: "integer", nullable: false),
                    Turned = table.Column<bool>(type: "boolean", nullable: false),
                    Blank = table.Column<bool>(type: "boolean", nullable: false),
                    Separator = table.Column<string>(type: "text", nullable: true),
                    Fault = table.Column<string>(type: "text", nullable: true),
                    IsRead = table.Column<bool>(type: "boolean", nullable: false),
                    Words = table.Column<string>(type: "text", nullable: true),
                    Laid = table.Column<bool>(type: "boolean", nullable: false),
                    PaperId = table.Column<Guid>(type: "uuid", nullable: true),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Again = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scan_pages", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "scan_papers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    Component = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    OfficerId = table.Column<int>(type: "integer", nullable: false),
                    Created = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Sides = table.Column<int>(type: "integer", nullable: true),
                    Typed = table.Column<string>(type: "text", nullable: true),
                    Facts = table.Column<string>(type: "text", nullable: true),
                    Owner = table.Column<string>(type: "text", nullable: true),
                    CheckedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    CheckedBy = table.Column<int>(type: "integer", nullable: true),
                    Prepared = table.Column<string>(type: "text", nullable: true),
                    PreparedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Correlation = table.Column<Guid>(type: "uuid", nullable: true),
                    Signed = table.Column<string>(type: "text", nullable: true),
                    SignedPages = table.Column<int>(type: "integer", nullable: false),
                    SignedAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    SignedBy = table.Column<int>(type: "integer", nullable: true),
                    Serial = table.Column<string>(type: "text", nullable: true),
                    Report = table.Column<string>(type: "text", nullable: true),
                    Code = table.Column<string>(type: "text", nullable: true),
                    DocumentCode = table.Column<string>(type: "text", nullable: true),
                    KeptAt = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scan_papers", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "scans",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    UnitId = table.Column<int>(type: "integer", nullable: false),
                    OfficerId = table.Column<int>(type: "integer", nullable: false),
                    Digest = table.Column<string>(type: "text", nullable: false),
                    FileName = table.Column<string>(type: "text", nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    Component = table.Column<string>(type: "text", nullable: true),
                    State = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Cut = table.Column<bool>(type: "boolean", nullable: false),
                    Worker = table.Column<Guid>(type: "uuid", nullable: true),
                    LeaseUntil = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    Tries = table.Column<int>(type: "integer", nullable: false),
                    Problem = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_scans", x => x.Id);
                });

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
                name: "file_reports");

            migrationBuilder.DropTable(
                name: "held_documents");

            migrationBuilder.DropTable(
                name: "scan_pages");

            migrationBuilder.DropTable(
                name: "scan_papers");

            migrationBuilder.DropTable(
                name: "scans");
        }
    }
}
