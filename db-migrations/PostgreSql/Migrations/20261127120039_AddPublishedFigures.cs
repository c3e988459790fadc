using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.PostgreSql.Migrations
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
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<double>(
                name: "Figures_Assured",
                table: "EquivalencePeriods",
                type: "double precision",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<double>(
                name: "Figures_Content",
                table: "EquivalencePeriods",
                type: "double precision",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<string>(
                name: "Figures_Decision",
                table: "EquivalencePeriods",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "Figures_LowerBound",
                table: "EquivalencePeriods",
                type: "double precision",
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
