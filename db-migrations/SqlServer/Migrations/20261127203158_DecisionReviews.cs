using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.SqlServer.Migrations
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
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "AppearedAt",
                table: "Frameworks",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<DateOnly>(
                name: "ReviewDueOn",
                table: "EquivalenceVersions",
                type: "date",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "ReviewMissedAt",
                table: "EquivalenceVersions",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reviews",
                table: "Equivalences",
                type: "nvarchar(max)",
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
