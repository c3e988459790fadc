using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class DecisionReviews : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "RenewedAt",
                table: "RecognitionCases",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AppearedAt",
                table: "Frameworks",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReviewDueOn",
                table: "EquivalenceVersions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReviewMissedAt",
                table: "EquivalenceVersions",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reviews",
                table: "Equivalences",
                type: "character varying(20000)",
                maxLength: 20000,
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.CreateIndex(
                name: "IX_EquivalenceVersions_Status_ReviewDueOn",
                table: "EquivalenceVersions",
                columns: new[] { "Status", "ReviewDueOn" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_EquivalenceVersions_Status_ReviewDueOn",
                table: "EquivalenceVersions");

            migrationBuilder.DropColumn(
                name: "RenewedAt",
                table: "RecognitionCases");

            migrationBuilder.DropColumn(
                name: "AppearedAt",
                table: "Frameworks");

            migrationBuilder.DropColumn(
                name: "ReviewDueOn",
                table: "EquivalenceVersions");

            migrationBuilder.DropColumn(
                name: "ReviewMissedAt",
                table: "EquivalenceVersions");

            migrationBuilder.DropColumn(
                name: "Reviews",
                table: "Equivalences");
        }
    }
}
