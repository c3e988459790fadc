using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class EvidenceWithdrawal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "WithdrawalReason",
                table: "EvidenceItems",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Withdrawing",
                table: "EvidenceItems",
                type: "character varying(8000)",
                maxLength: 8000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "EvidenceItems",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "ReviewCalls",
                table: "Equivalences",
                type: "character varying(20000)",
                maxLength: 20000,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<string>(
                name: "WithdrawalReason",
                table: "CertificationVersions",
                type: "character varying(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Withdrawing",
                table: "CertificationVersions",
                type: "character varying(8000)",
                maxLength: 8000,
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "WithdrawnAt",
                table: "CertificationVersions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "CertificationVersionSignatures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Government = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SignerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ContentHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    CertificationVersionId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_CertificationVersionSignatures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_CertificationVersionSignatures_CertificationVersions_Certif~",
                        column: x => x.CertificationVersionId,
                        principalTable: "CertificationVersions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "EvidenceItemSignatures",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Purpose = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Government = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    SignerId = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    ContentHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    EvidenceItemId = table.Column<Guid>(type: "uuid", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_EvidenceItemSignatures", x => x.Id);
                    table.ForeignKey(
                        name: "FK_EvidenceItemSignatures_EvidenceItems_EvidenceItemId",
                        column: x => x.EvidenceItemId,
                        principalTable: "EvidenceItems",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_CertificationVersionSignatures_CertificationVersionId",
                table: "CertificationVersionSignatures",
                column: "CertificationVersionId");

            migrationBuilder.CreateIndex(
                name: "IX_EvidenceItemSignatures_EvidenceItemId",
                table: "EvidenceItemSignatures",
                column: "EvidenceItemId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "CertificationVersionSignatures");

            migrationBuilder.DropTable(
                name: "EvidenceItemSignatures");

            migrationBuilder.DropColumn(
                name: "WithdrawalReason",
                table: "EvidenceItems");

            migrationBuilder.DropColumn(
                name: "Withdrawing",
                table: "EvidenceItems");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "EvidenceItems");

            migrationBuilder.DropColumn(
                name: "ReviewCalls",
                table: "Equivalences");

            migrationBuilder.DropColumn(
                name: "WithdrawalReason",
                table: "CertificationVersions");

            migrationBuilder.DropColumn(
                name: "Withdrawing",
                table: "CertificationVersions");

            migrationBuilder.DropColumn(
                name: "WithdrawnAt",
                table: "CertificationVersions");
        }
    }
}
