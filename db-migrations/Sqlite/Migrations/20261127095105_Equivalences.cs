using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class Equivalences : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "RetiredIn",
                table: "FrameworkElements",
                type: "TEXT",
                maxLength: 20,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CertificationVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CertificationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Label = table.Column<string>(type: "TEXT", maxLength: 100, nullable: false),
                    EffectiveOn = table.Column<DateOnly>(type: "TEXT", nullable: false),
                    RetiredOn = table.Column<DateOnly>(type: "TEXT", nullable: true),
                    Note_En = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Note_Ja = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificationVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CertificationVersions_Certifications_CertificationId",
                        column: x => x.CertificationId,
                        principalTable: "Certifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "Equivalences",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<string>(type: "TEXT", maxLength: 12, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    SourceKey = table.Column<string>(type: "TEXT", maxLength: 400, nullable: false),
                    TargetKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TargetCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SourceSide = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Equivalences", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "RequirementSets",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    FrameworkId = table.Column<Guid>(type: "TEXT", nullable: false),
                    TargetKind = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    TargetCode = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    Rows = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: false),
                    DefinedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RequirementSets", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RequirementSets_Frameworks_FrameworkId",
                        column: x => x.FrameworkId,
                        principalTable: "Frameworks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceClaims",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    CertificationVersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    FrameworkId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Statement = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Level = table.Column<int>(type: "INTEGER", nullable: false),
                    Strength = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Confidence = table.Column<decimal>(type: "TEXT", precision: 4, scale: 3, nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    AuthorId = table.Column<Guid>(type: "TEXT", nullable: false),
                    AuthorGovernment = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceClaims", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceClaims_CertificationVersions_CertificationVersionId",
                        column: x => x.CertificationVersionId,
                        principalTable: "CertificationVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                    table.ForeignKey(
                        name: "FK_EvidenceClaims_Frameworks_FrameworkId",
                        column: x => x.FrameworkId,
                        principalTable: "Frameworks",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EquivalencePeriods",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EquivalenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Scope = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: false),
                    From = table.Column<DateTime>(type: "TEXT", nullable: false),
                    Until = table.Column<DateTime>(type: "TEXT", nullable: false),
                    State = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    By = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    RecordedAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ReplacedAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EquivalencePeriods", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EquivalencePeriods_Equivalences_EquivalenceId",
                        column: x => x.EquivalenceId,
                        principalTable: "Equivalences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EquivalenceSignatures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Government = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SignerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    EquivalenceId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EquivalenceSignatures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EquivalenceSignatures_Equivalences_EquivalenceId",
                        column: x => x.EquivalenceId,
                        principalTable: "Equivalences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EquivalenceVersions",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    EquivalenceId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Number = table.Column<int>(type: "INTEGER", nullable: false),
                    SupersedesId = table.Column<Guid>(type: "TEXT", nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Content = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: false),
                    Report = table.Column<string>(type: "TEXT", maxLength: 2000000, nullable: true),
                    ProposerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    ProposedBy = table.Column<string>(type: "TEXT", maxLength: 40, nullable: true),
                    ReturnReason = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    Agreement = table.Column<string>(type: "TEXT", maxLength: 100000, nullable: true),
                    Adjudications = table.Column<string>(type: "TEXT", maxLength: 1000000, nullable: false),
                    Version = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EquivalenceVersions", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EquivalenceVersions_Equivalences_EquivalenceId",
                        column: x => x.EquivalenceId,
                        principalTable: "Equivalences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "EquivalenceRatings",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    ReviewerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Government = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Statement = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Score = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EquivalenceRatings", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EquivalenceRatings_EquivalenceVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "EquivalenceVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EquivalenceReviewers",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    VersionId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Round = table.Column<int>(type: "INTEGER", nullable: false),
                    PersonId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Government = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    HasConflict = table.Column<bool>(type: "INTEGER", nullable: false),
                    DeclaredAt = table.Column<DateTime>(type: "TEXT", nullable: false),
                    HandedInAt = table.Column<DateTime>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EquivalenceReviewers", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EquivalenceReviewers_EquivalenceVersions_VersionId",
                        column: x => x.VersionId,
                        principalTable: "EquivalenceVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EquivalenceVersionSignatures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    Purpose = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    Government = table.Column<string>(type: "TEXT", maxLength: 40, nullable: false),
                    SignerId = table.Column<Guid>(type: "TEXT", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    At = table.Column<DateTime>(type: "TEXT", nullable: false),
                    ContentHash = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    EquivalenceVersionId = table.Column<Guid>(type: "TEXT", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EquivalenceVersionSignatures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EquivalenceVersionSignatures_EquivalenceVersions_EquivalenceVersionId",
                        column: x => x.EquivalenceVersionId,
                        principalTable: "EquivalenceVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CertificationVersions_CertificationId_Label",
                table: "CertificationVersions",
                columns: new[] { "CertificationId", "Label" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EquivalencePeriods_EquivalenceId_ReplacedAt_From",
                table: "EquivalencePeriods",
                columns: new[] { "EquivalenceId", "ReplacedAt", "From" });

            migrationBuilder.CreateIndex(
                name: "IX_EquivalenceRatings_VersionId_Round_ReviewerId_Statement",
                table: "EquivalenceRatings",
                columns: new[] { "VersionId", "Round", "ReviewerId", "Statement" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EquivalenceReviewers_VersionId_Round_PersonId",
                table: "EquivalenceReviewers",
                columns: new[] { "VersionId", "Round", "PersonId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Equivalences_Number",
                table: "Equivalences",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Equivalences_SourceKey_TargetKind_TargetCode",
                table: "Equivalences",
                columns: new[] { "SourceKey", "TargetKind", "TargetCode" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Equivalences_TargetKind_TargetCode",
                table: "Equivalences",
                columns: new[] { "TargetKind", "TargetCode" });

            migrationBuilder.CreateIndex(
                name: "IX_EquivalenceSignatures_EquivalenceId",
                table: "EquivalenceSignatures",
                column: "EquivalenceId");

            migrationBuilder.CreateIndex(
                name: "IX_EquivalenceVersions_EquivalenceId_Number",
                table: "EquivalenceVersions",
                columns: new[] { "EquivalenceId", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EquivalenceVersions_Status_Id",
                table: "EquivalenceVersions",
                columns: new[] { "Status", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_EquivalenceVersionSignatures_EquivalenceVersionId",
                table: "EquivalenceVersionSignatures",
                column: "EquivalenceVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceClaims_CertificationVersionId_FrameworkId_Statement",
                table: "EvidenceClaims",
                columns: new[] { "CertificationVersionId", "FrameworkId", "Statement" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceClaims_FrameworkId",
                table: "EvidenceClaims",
                column: "FrameworkId");

            migrationBuilder.CreateIndex(
                name: "IX_RequirementSets_FrameworkId",
                table: "RequirementSets",
                column: "FrameworkId");

            migrationBuilder.CreateIndex(
                name: "IX_RequirementSets_TargetKind_TargetCode_FrameworkId_Number",
                table: "RequirementSets",
                columns: new[] { "TargetKind", "TargetCode", "FrameworkId", "Number" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "EquivalencePeriods");

            migrationBuilder.DropTable(
                name: "EquivalenceRatings");

            migrationBuilder.DropTable(
                name: "EquivalenceReviewers");

            migrationBuilder.DropTable(
                name: "EquivalenceSignatures");

            migrationBuilder.DropTable(
                name: "EquivalenceVersionSignatures");

            migrationBuilder.DropTable(
                name: "EvidenceClaims");

            migrationBuilder.DropTable(
                name: "RequirementSets");

            migrationBuilder.DropTable(
                name: "EquivalenceVersions");

            migrationBuilder.DropTable(
                name: "CertificationVersions");

            migrationBuilder.DropTable(
                name: "Equivalences");

            migrationBuilder.DropColumn(
                name: "RetiredIn",
                table: "FrameworkElements");
        }
    }
}
