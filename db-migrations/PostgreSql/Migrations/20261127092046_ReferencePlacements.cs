using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class ReferencePlacements : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "DcwfRoles",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Code = table.Column<string>(type: "character varying(10)", maxLength: 10, nullable: false),
                    Title = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Element = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: false),
                    NiceCode = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: true),
                    Definition = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: false),
                    Edition = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_DcwfRoles", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ReferencePlacements",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    CertificationId = table.Column<Guid>(type: "uuid", nullable: false),
                    DcwfRoleId = table.Column<Guid>(type: "uuid", nullable: false),
                    Proficiency = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Edition = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ReferencePlacements", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ReferencePlacements_Certifications_CertificationId",
                        column: x => x.CertificationId,
                        principalTable: "Certifications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "FK_ReferencePlacements_DcwfRoles_DcwfRoleId",
                        column: x => x.DcwfRoleId,
                        principalTable: "DcwfRoles",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "IX_DcwfRoles_Code",
                table: "DcwfRoles",
                column: "Code",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_DcwfRoles_NiceCode",
                table: "DcwfRoles",
                column: "NiceCode");

            migrationBuilder.CreateIndex(
                name: "IX_ReferencePlacements_CertificationId_DcwfRoleId",
                table: "ReferencePlacements",
                columns: new[] { "CertificationId", "DcwfRoleId" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ReferencePlacements_DcwfRoleId",
                table: "ReferencePlacements",
                column: "DcwfRoleId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ReferencePlacements");

            migrationBuilder.DropTable(
                name: "DcwfRoles");
        }
    }
}
