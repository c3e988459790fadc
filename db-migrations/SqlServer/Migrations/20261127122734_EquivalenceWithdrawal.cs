using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.SqlServer.Migrations
{
    /// <inheritdoc />
    public partial class EquivalenceWithdrawal : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTime>(
                name: "AgreedAt",
                table: "Equivalences",
                type: "datetime2",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Withdrawing",
                table: "Equivalences",
                type: "nvarchar(max)",
                maxLength: 8000,
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "AgreedAt",
                table: "Equivalences");

            migrationBuilder.DropColumn(
                name: "Withdrawing",
                table: "Equivalences");
        }
    }
}
