using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class EvidenceAndPublishedFigures : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_Equivalences_TargetKind_TargetCode",
                table: "Equivalences");

            migrationBuilder.AddColumn<string>(
                name: "Items",
                table: "EvidenceClaims",
                type: "TEXT",
                maxLength: 210,
                nullable: false,
                defaultValue: "");

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

            migrationBuilder.CreateTable(
                name: "ClaimImports",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CertificationVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FileHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Added = table.Column<int>(type: "INTEGER", nullable: false),
                    Changed = table.Column<int>(type: "INTEGER", nullable: false),
                    Unchanged = table.Column<int>(type: "INTEGER", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ClaimImports", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ClaimImports_CertificationVersions_CertificationVersionId",
                        column: x => x.CertificationVersionId,
                        principalTable: "CertificationVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceItems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CertificationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Code = table.Column<string>(type: "TEXT", maxLength: 20, nullable: false),
                    Type = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Uri = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Sha256 = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    ObtainedBy = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ObtainedOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Language = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Confidentiality = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Title_En = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Title_Ja = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceItems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceItems_Certifications_CertificationId",
                        column: x => x.CertificationId,
                        principalTable: "Certifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "MappingSets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SubjectFrameworkId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TargetFrameworkId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_MappingSets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_MappingSets_Frameworks_SubjectFrameworkId",
                        column: x => x.SubjectFrameworkId,
                        principalTable: "Frameworks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_MappingSets_Frameworks_TargetFrameworkId",
                        column: x => x.TargetFrameworkId,
                        principalTable: "Frameworks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "StatementMappings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    SetId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Target = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Relation = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Fraction = table.Column<decimal>(type: "TEXT", precision: 4, scale: 3, nullable: true),
                    Facet = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Rationale = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Confidence = table.Column<decimal>(type: "TEXT", precision: 4, scale: 3, nullable: false),
                    Justification = table.Column<string>(type: "TEXT", maxLength: 2000, nullable: false),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorGovernment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_StatementMappings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_StatementMappings_MappingSets_SetId",
                        column: x => x.SetId,
                        principalTable: "MappingSets",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

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

            migrationBuilder.CreateIndex(
                name: "IX_ClaimImports_CertificationVersionId",
                table: "ClaimImports",
                column: "CertificationVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceItems_CertificationId_Code",
                table: "EvidenceItems",
                columns: new[] { "CertificationId", "Code" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MappingSets_SubjectFrameworkId_TargetFrameworkId",
                table: "MappingSets",
                columns: new[] { "SubjectFrameworkId", "TargetFrameworkId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_MappingSets_TargetFrameworkId",
                table: "MappingSets",
                column: "TargetFrameworkId");

            migrationBuilder.CreateIndex(
                name: "IX_StatementMappings_SetId_Subject",
                table: "StatementMappings",
                columns: new[] { "SetId", "Subject" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ClaimImports");

            migrationBuilder.DropTable(
                name: "EvidenceItems");

            migrationBuilder.DropTable(
                name: "StatementMappings");

            migrationBuilder.DropTable(
                name: "MappingSets");

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
                name: "Items",
                table: "EvidenceClaims");

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
