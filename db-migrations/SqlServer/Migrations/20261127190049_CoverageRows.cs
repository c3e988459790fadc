using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class CoverageRows : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "CoverageRows",
                columns: table => new
                {
                    CertificationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FrameworkId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    AsOf = table.Column<DateOnly>(type: "date", nullable: false),
                    ComputedAt = table.Column<DateTime>(type: "datetime2", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CoverageRows", x => new { x.FrameworkId, x.CertificationId });
                    table.ForeignKey(
                        name: "FK_CoverageRows_Certifications_CertificationId",
                        column: x => x.CertificationId,
                        principalTable: "Certifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_CoverageRows_Frameworks_FrameworkId",
                        column: x => x.FrameworkId,
                        principalTable: "Frameworks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "TargetCoverages",
                columns: table => new
                {
                    CertificationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FrameworkId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    RequirementSetId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Content = table.Column<double>(type: "float", nullable: false),
                    Assured = table.Column<double>(type: "float", nullable: false),
                    LowerBound = table.Column<double>(type: "float", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TargetCoverages", x => new { x.FrameworkId, x.CertificationId, x.RequirementSetId });
                    table.ForeignKey(
                        name: "FK_TargetCoverages_CoverageRows_FrameworkId_CertificationId",
                        columns: x => new { x.FrameworkId, x.CertificationId },
                        principalTable: "CoverageRows",
                        principalColumns: new[] { "FrameworkId", "CertificationId" },
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_TargetCoverages_RequirementSets_RequirementSetId",
                        column: x => x.RequirementSetId,
                        principalTable: "RequirementSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CoverageRows_CertificationId",
                table: "CoverageRows",
                column: "CertificationId");

            migrationBuilder.CreateIndex(
                name: "IX_TargetCoverages_Content_CertificationId_RequirementSetId",
                table: "TargetCoverages",
                columns: new[] { "Content", "CertificationId", "RequirementSetId" },
                descending: new[] { true, false, false });

            migrationBuilder.CreateIndex(
                name: "IX_TargetCoverages_RequirementSetId",
                table: "TargetCoverages",
                column: "RequirementSetId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TargetCoverages");

            migrationBuilder.DropTable(
                name: "CoverageRows");
        }
    }
}
