using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class RecognitionCases : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "HeldCertifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HolderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Certification = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    CertificateNumber = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    VerifiedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    IsSuspended = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeldCertifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HeldCertifications_People_HolderId",
                        column: x => x.HolderId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecognitionCases",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(12)", maxLength: 12, nullable: false),
                    HolderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HolderName = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    SearchText = table.Column<string>(type: "nvarchar(1200)", maxLength: 1200, nullable: false),
                    EquivalenceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EquivalenceVersionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EquivalencePeriodId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    SourceGovernment = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    HostGovernment = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    StartedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    SubmittedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    CompleteAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    EndedAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    DecisionBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    NextBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    DueAt = table.Column<DateTime>(type: "datetime2", nullable: true),
                    Checks = table.Column<string>(type: "nvarchar(max)", maxLength: 40000, nullable: false),
                    Requests = table.Column<string>(type: "nvarchar(max)", maxLength: 40000, nullable: false),
                    Verification = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: true),
                    Opinion = table.Column<string>(type: "nvarchar(max)", maxLength: 10000, nullable: true),
                    Decision = table.Column<string>(type: "nvarchar(max)", maxLength: 40000, nullable: true),
                    Measures = table.Column<string>(type: "nvarchar(max)", maxLength: 100000, nullable: false),
                    ReviewBy = table.Column<string>(type: "nvarchar(200)", maxLength: 200, nullable: true),
                    Review = table.Column<string>(type: "nvarchar(max)", maxLength: 20000, nullable: true),
                    Participants = table.Column<string>(type: "nvarchar(4000)", maxLength: 4000, nullable: false),
                    OpenKey = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: true),
                    Mover = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecognitionCases", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecognitionCases_EquivalenceVersions_EquivalenceVersionId",
                        column: x => x.EquivalenceVersionId,
                        principalTable: "EquivalenceVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RecognitionCases_Equivalences_EquivalenceId",
                        column: x => x.EquivalenceId,
                        principalTable: "Equivalences",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RecognitionCases_People_HolderId",
                        column: x => x.HolderId,
                        principalTable: "People",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "HeldCertificationFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    StoredName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    StoredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    HeldCertificationId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_HeldCertificationFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_HeldCertificationFiles_HeldCertifications_HeldCertificationId",
                        column: x => x.HeldCertificationId,
                        principalTable: "HeldCertifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RecognitionCaseCertifications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HeldId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Certification = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    Number = table.Column<string>(type: "nvarchar(60)", maxLength: 60, nullable: false),
                    IssuedOn = table.Column<DateOnly>(type: "date", nullable: false),
                    ExpiresOn = table.Column<DateOnly>(type: "date", nullable: true),
                    RecognitionCaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecognitionCaseCertifications", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecognitionCaseCertifications_HeldCertifications_HeldId",
                        column: x => x.HeldId,
                        principalTable: "HeldCertifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_RecognitionCaseCertifications_RecognitionCases_RecognitionCaseId",
                        column: x => x.RecognitionCaseId,
                        principalTable: "RecognitionCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RecognitionCaseFiles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    FileName = table.Column<string>(type: "nvarchar(300)", maxLength: 300, nullable: false),
                    Kind = table.Column<string>(type: "nvarchar(40)", maxLength: 40, nullable: false),
                    StoredName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    StoredAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    RecognitionCaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecognitionCaseFiles", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecognitionCaseFiles_RecognitionCases_RecognitionCaseId",
                        column: x => x.RecognitionCaseId,
                        principalTable: "RecognitionCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RecognitionStatements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Number = table.Column<string>(type: "nvarchar(20)", maxLength: 20, nullable: false),
                    CaseId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HolderId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    HolderName = table.Column<string>(type: "nvarchar(1000)", maxLength: 1000, nullable: false),
                    IsNameShown = table.Column<bool>(type: "bit", nullable: false),
                    EquivalenceId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    EquivalenceVersionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Says = table.Column<string>(type: "nvarchar(max)", maxLength: 1000000, nullable: false),
                    IssuedAt = table.Column<DateTime>(type: "datetime2", nullable: false),
                    IsDemonstration = table.Column<bool>(type: "bit", nullable: false),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecognitionStatements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecognitionStatements_RecognitionCases_CaseId",
                        column: x => x.CaseId,
                        principalTable: "RecognitionCases",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "RecognitionStatementPdfs",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Language = table.Column<string>(type: "nvarchar(2)", maxLength: 2, nullable: false),
                    StoredName = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Size = table.Column<long>(type: "bigint", nullable: false),
                    Sha256 = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    RecognitionStatementId = table.Column<Guid>(type: "uniqueidentifier", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecognitionStatementPdfs", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecognitionStatementPdfs_RecognitionStatements_RecognitionStatementId",
                        column: x => x.RecognitionStatementId,
                        principalTable: "RecognitionStatements",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_HeldCertificationFiles_HeldCertificationId",
                table: "HeldCertificationFiles",
                column: "HeldCertificationId");

            migrationBuilder.CreateIndex(
                name: "IX_HeldCertificationFiles_StoredName",
                table: "HeldCertificationFiles",
                column: "StoredName");

            migrationBuilder.CreateIndex(
                name: "IX_HeldCertifications_HolderId_Certification",
                table: "HeldCertifications",
                columns: new[] { "HolderId", "Certification" });

            migrationBuilder.CreateIndex(
                name: "IX_RecognitionCaseCertifications_HeldId",
                table: "RecognitionCaseCertifications",
                column: "HeldId");

            migrationBuilder.CreateIndex(
                name: "IX_RecognitionCaseCertifications_RecognitionCaseId",
                table: "RecognitionCaseCertifications",
                column: "RecognitionCaseId");

            migrationBuilder.CreateIndex(
                name: "IX_RecognitionCaseFiles_RecognitionCaseId",
                table: "RecognitionCaseFiles",
                column: "RecognitionCaseId");

            migrationBuilder.CreateIndex(
                name: "IX_RecognitionCaseFiles_StoredName",
                table: "RecognitionCaseFiles",
                column: "StoredName");

            migrationBuilder.CreateIndex(
                name: "IX_RecognitionCases_EquivalenceId",
                table: "RecognitionCases",
                column: "EquivalenceId");

            migrationBuilder.CreateIndex(
                name: "IX_RecognitionCases_EquivalenceVersionId",
                table: "RecognitionCases",
                column: "EquivalenceVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_RecognitionCases_HolderId_StartedAt",
                table: "RecognitionCases",
                columns: new[] { "HolderId", "StartedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_RecognitionCases_Mover_DueAt_Number_Status",
                table: "RecognitionCases",
                columns: new[] { "Mover", "DueAt", "Number", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_RecognitionCases_Number",
                table: "RecognitionCases",
                column: "Number",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecognitionCases_OpenKey",
                table: "RecognitionCases",
                column: "OpenKey",
                unique: true,
                filter: "[OpenKey] IS NOT NULL");

            migrationBuilder.CreateIndex(
                name: "IX_RecognitionStatementPdfs_RecognitionStatementId",
                table: "RecognitionStatementPdfs",
                column: "RecognitionStatementId");

            migrationBuilder.CreateIndex(
                name: "IX_RecognitionStatementPdfs_StoredName",
                table: "RecognitionStatementPdfs",
                column: "StoredName");

            migrationBuilder.CreateIndex(
                name: "IX_RecognitionStatements_CaseId",
                table: "RecognitionStatements",
                column: "CaseId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_RecognitionStatements_EquivalenceVersionId",
                table: "RecognitionStatements",
                column: "EquivalenceVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_RecognitionStatements_Number",
                table: "RecognitionStatements",
                column: "Number",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "HeldCertificationFiles");

            migrationBuilder.DropTable(
                name: "RecognitionCaseCertifications");

            migrationBuilder.DropTable(
                name: "RecognitionCaseFiles");

            migrationBuilder.DropTable(
                name: "RecognitionStatementPdfs");

            migrationBuilder.DropTable(
                name: "HeldCertifications");

            migrationBuilder.DropTable(
                name: "RecognitionStatements");

            migrationBuilder.DropTable(
                name: "RecognitionCases");
        }
    }
}
