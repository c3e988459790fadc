using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class PublishedFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Equivalences_TargetKind_TargetCode",
                table: "Equivalences");

            migrationBuilder.AddColumn<double>(
                name: "Figures_Assured",
                table: "EquivalencePeriods",
                type: "float",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<double>(
                name: "Figures_Content",
                table: "EquivalencePeriods",
                type: "float",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.AddColumn<string>(
                name: "Figures_Decision",
                table: "EquivalencePeriods",
                type: "nvarchar(40)",
                maxLength: 40,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<double>(
                name: "Figures_LowerBound",
                table: "EquivalencePeriods",
                type: "float",
                nullable: false,
                defaultValue: 0.0);

            migrationBuilder.CreateIndex(
                name: "IX_Equivalences_SourceSide_TargetKind_SourceKey_AgreedAt",
                table: "Equivalences",
                columns: new[] { "SourceSide", "TargetKind", "SourceKey", "AgreedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_Equivalences_SourceSide_TargetKind_TargetCode_AgreedAt",
                table: "Equivalences",
                columns: new[] { "SourceSide", "TargetKind", "TargetCode", "AgreedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_EquivalencePeriods_RecordedAt_EquivalenceId",
                table: "EquivalencePeriods",
                columns: new[] { "RecordedAt", "EquivalenceId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Equivalences_SourceSide_TargetKind_SourceKey_AgreedAt",
                table: "Equivalences");

            migrationBuilder.DropIndex(
                name: "IX_Equivalences_SourceSide_TargetKind_TargetCode_AgreedAt",
                table: "Equivalences");

            migrationBuilder.DropIndex(
                name: "IX_EquivalencePeriods_RecordedAt_EquivalenceId",
                table: "EquivalencePeriods");

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

            migrationBuilder.CreateIndex(
                name: "IX_Equivalences_TargetKind_TargetCode",
                table: "Equivalences",
                columns: new[] { "TargetKind", "TargetCode" });
        }
    }
}
