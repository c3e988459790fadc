using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class AddPublishedFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsDemonstration",
                table: "Equivalences",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<double>(
                name: "Figures_Assured",
                table: "EquivalencePeriods",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<double>(
                name: "Figures_Content",
                table: "EquivalencePeriods",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<string>(
                name: "Figures_Decision",
                table: "EquivalencePeriods",
                type: "TEXT",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "Figures_LowerBound",
                table: "EquivalencePeriods",
                type: "REAL",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.CreateIndex(
                name: "IX_EquivalencePeriods_RecordedAt_EquivalenceId",
                table: "EquivalencePeriods",
                columns: new[] { "RecordedAt", "EquivalenceId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_EquivalencePeriods_RecordedAt_EquivalenceId",
                table: "EquivalencePeriods");

            migrationBuilder.DropColumn(
                name: "IsDemonstration",
                table: "Equivalences");

            migrationBuilder.DropColumn(
                name: "Figures_Assured",
                table: "EquivalencePeriods");

            migrationBuilder.DropColumn(
                name: "Figures_Content",
                table: "EquivalencePeriods");

            migrationBuilder.DropColumn(
                name: "Figures_Decision",
                table: "EquivalencePeriods");

            migrationBuilder.DropColumn(
                name: "Figures_LowerBound",
                table: "EquivalencePeriods");
        }
    }
}
