using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.Sqlite.Migrations
{
    /// <inheritdoc />
    public partial class OpenIdConnect : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "VisitId",
                table: "SignInSessions",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateTable(
                name: "ConnectApplications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ClientId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    ClientSecret = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ClientType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    ConsentType = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    DisplayNames = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    JsonWebKeySet = table.Column<string>(type: "TEXT", maxLength: 20000, nullable: true),
                    Permissions = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    PostLogoutRedirectUris = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Properties = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    RedirectUris = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Requirements = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Settings = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConnectApplications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ConnectScopes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Description = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Descriptions = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    DisplayName = table.Column<string>(type: "TEXT", maxLength: 300, nullable: true),
                    DisplayNames = table.Column<string>(type: "TEXT", maxLength: 1000, nullable: true),
                    Name = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Properties = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Resources = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConnectScopes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ConnectAuthorizations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    CreationDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Properties = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Scopes = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConnectAuthorizations", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConnectAuthorizations_ConnectApplications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "ConnectApplications",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateTable(
                name: "ConnectTokens",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    AuthorizationId = table.Column<Guid>(type: "TEXT", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    CreationDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ExpirationDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    Payload = table.Column<string>(type: "TEXT", maxLength: 200000, nullable: true),
                    Properties = table.Column<string>(type: "TEXT", maxLength: 4000, nullable: true),
                    RedemptionDate = table.Column<DateTime>(type: "TEXT", nullable: true),
                    ReferenceId = table.Column<string>(type: "TEXT", maxLength: 100, nullable: true),
                    Status = table.Column<string>(type: "TEXT", maxLength: 50, nullable: true),
                    Subject = table.Column<string>(type: "TEXT", maxLength: 400, nullable: true),
                    Type = table.Column<string>(type: "TEXT", maxLength: 150, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConnectTokens", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConnectTokens_ConnectApplications_ApplicationId",
                        column: x => x.ApplicationId,
                        principalTable: "ConnectApplications",
                        principalColumn: "Id");
                    table.ForeignKey(
                        name: "FK_ConnectTokens_ConnectAuthorizations_AuthorizationId",
                        column: x => x.AuthorizationId,
                        principalTable: "ConnectAuthorizations",
                        principalColumn: "Id");
                });

            migrationBuilder.CreateIndex(
                name: "IX_SignInSessions_VisitId",
                table: "SignInSessions",
                column: "VisitId");

            migrationBuilder.CreateIndex(
                name: "IX_ConnectApplications_ClientId",
                table: "ConnectApplications",
                column: "ClientId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConnectAuthorizations_ApplicationId_Status_Subject_Type",
                table: "ConnectAuthorizations",
                columns: new[] { "ApplicationId", "Status", "Subject", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_ConnectScopes_Name",
                table: "ConnectScopes",
                column: "Name",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_ConnectTokens_ApplicationId_Status_Subject_Type",
                table: "ConnectTokens",
                columns: new[] { "ApplicationId", "Status", "Subject", "Type" });

            migrationBuilder.CreateIndex(
                name: "IX_ConnectTokens_AuthorizationId",
                table: "ConnectTokens",
                column: "AuthorizationId");

            migrationBuilder.CreateIndex(
                name: "IX_ConnectTokens_ExpirationDate",
                table: "ConnectTokens",
                column: "ExpirationDate");

            migrationBuilder.CreateIndex(
                name: "IX_ConnectTokens_ReferenceId",
                table: "ConnectTokens",
                column: "ReferenceId",
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConnectScopes");

            migrationBuilder.DropTable(
                name: "ConnectTokens");

            migrationBuilder.DropTable(
                name: "ConnectAuthorizations");

            migrationBuilder.DropTable(
                name: "ConnectApplications");

            migrationBuilder.DropIndex(
                name: "IX_SignInSessions_VisitId",
                table: "SignInSessions");

            migrationBuilder.DropColumn(
                name: "VisitId",
                table: "SignInSessions");
        }
    }
}
