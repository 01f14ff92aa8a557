using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace MotCua.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class InterimGroups : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "declared_fields",
                columns: table => new
                {
                    Procedure = table.Column<string>(type: "text", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    Label = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Choices = table.Column<string>(type: "text", nullable: false),
                    Required = table.Column<bool>(type: "boolean", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Basis = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_declared_fields", x => new { x.Procedure, x.Name, x.From });
                });

            migrationBuilder.CreateTable(
                name: "dossier_declared",
                columns: table => new
                {
                    DossierId = table.Column<Guid>(type: "uuid", nullable: false),
                    Name = table.Column<string>(type: "text", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    Label = table.Column<string>(type: "text", nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Value = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_dossier_declared", x => new { x.DossierId, x.Name });
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
                name: "linked_groups",
                columns: table => new
                {
                    Id = table.Column<int>(type: "integer", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Procedure = table.Column<string>(type: "text", nullable: false),
                    Publisher = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    LegalBasis = table.Column<string>(type: "text", nullable: false),
                    From = table.Column<DateOnly>(type: "date", nullable: false),
                    To = table.Column<DateOnly>(type: "date", nullable: true),
                    Verified = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_linked_groups", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "linked_members",
                columns: table => new
                {
                    GroupId = table.Column<int>(type: "integer", nullable: false),
                    Place = table.Column<int>(type: "integer", nullable: false),
                    Procedure = table.Column<string>(type: "text", nullable: false),
                    Needs = table.Column<string>(type: "text", nullable: false),
                    StopsWithout = table.Column<bool>(type: "boolean", nullable: false)
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
                name: "IX_outbox_ourselves",
                table: "outbox",
                column: "Id",
                filter: "\"Receiver\" = 'self' AND \"Sent\" IS NULL");

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
                name: "IX_linked_groups_Procedure_From",
                table: "linked_groups",
                columns: new[] { "Procedure", "From" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "declared_fields");

            migrationBuilder.DropTable(
                name: "dossier_declared");

            migrationBuilder.DropTable(
                name: "held_documents");

            migrationBuilder.DropTable(
                name: "linked_members");

            migrationBuilder.DropTable(
                name: "linked_groups");

            migrationBuilder.DropIndex(
                name: "IX_outbox_ourselves",
                table: "outbox");
        }
    }
}
