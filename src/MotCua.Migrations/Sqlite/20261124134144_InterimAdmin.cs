using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace MotCua.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class InterimAdmin : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "catalogue_acts",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    Code = table.Column<string>(type: "TEXT", nullable: false),
                    Act = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: true),
                    Field = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    DefectId = table.Column<int>(type: "INTEGER", nullable: true),
                    Reason = table.Column<string>(type: "TEXT", nullable: false),
                    OfficerId = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_catalogue_acts", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_dossiers_Procedure_ProcedureVersion_Status",
                table: "dossiers",
                columns: new[] { "Procedure", "ProcedureVersion", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_acts_Code_Id",
                table: "catalogue_acts",
                columns: new[] { "Code", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_catalogue_acts_OfficerId_Act_Id",
                table: "catalogue_acts",
                columns: new[] { "OfficerId", "Act", "Id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "catalogue_acts");

            migrationBuilder.DropIndex(
                name: "IX_dossiers_Procedure_ProcedureVersion_Status",
                table: "dossiers");
        }
    }
}
