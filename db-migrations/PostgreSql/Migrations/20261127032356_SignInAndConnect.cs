using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Migrations.PostgreSql.Migrations
{
    /// <inheritdoc />
    public partial class SignInAndConnect : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "SignInAttempts");

            migrationBuilder.AddColumn<Guid>(
                name: "VisitId",
                table: "SignInSessions",
                type: "uuid",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.CreateTable(
                name: "ConnectApplications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationType = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    ClientId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    ClientSecret = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ClientType = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    ConsentType = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    DisplayName = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    DisplayNames = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    JsonWebKeySet = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    Permissions = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    PostLogoutRedirectUris = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Properties = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    RedirectUris = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Requirements = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Settings = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConnectApplications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ConnectedSystems",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    OrganisationId = table.Column<Guid>(type: "uuid", nullable: false),
                    Government = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Status = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Name = table.Column<string>(type: "character varying(2000)", maxLength: 2000, nullable: false),
                    RedirectAddresses = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    SignOutAddresses = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: false),
                    Scopes = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: false),
                    RegisteredAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SecretHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Keys = table.Column<string>(type: "character varying(20000)", maxLength: 20000, nullable: true),
                    CredentialAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Version = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConnectedSystems", x => x.Id);
                    table.ForeignKey(
                        name: "FK_ConnectedSystems_Organisations_OrganisationId",
                        column: x => x.OrganisationId,
                        principalTable: "Organisations",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "ConnectKeys",
                columns: table => new
                {
                    Purpose = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    Generation = table.Column<int>(type: "integer", nullable: false),
                    KeyId = table.Column<string>(type: "character varying(64)", unicode: false, maxLength: 64, nullable: false),
                    Algorithm = table.Column<string>(type: "character varying(20)", unicode: false, maxLength: 20, nullable: false),
                    PublicKey = table.Column<byte[]>(type: "bytea", maxLength: 1000, nullable: true),
                    Sealed = table.Column<byte[]>(type: "bytea", maxLength: 4000, nullable: false),
                    CreatedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    SignsFrom = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConnectKeys", x => new { x.Purpose, x.Generation });
                });

            migrationBuilder.CreateTable(
                name: "ConnectScopes",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ConcurrencyToken = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    Description = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Descriptions = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    DisplayName = table.Column<string>(type: "character varying(300)", maxLength: 300, nullable: true),
                    DisplayNames = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    Name = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Properties = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Resources = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ConnectScopes", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FactorRemovals",
                columns: table => new
                {
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    CredentialId = table.Column<string>(type: "character varying(1400)", maxLength: 1400, nullable: true),
                    DueAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FactorRemovals", x => x.PersonId);
                    table.ForeignKey(
                        name: "FK_FactorRemovals_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "RecoveryRequests",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    PersonId = table.Column<Guid>(type: "uuid", nullable: false),
                    OpensAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    IsOpen = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_RecoveryRequests", x => x.Id);
                    table.ForeignKey(
                        name: "FK_RecoveryRequests_AspNetUsers_PersonId",
                        column: x => x.PersonId,
                        principalTable: "AspNetUsers",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "Tallies",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    CountedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    BlockedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Tallies", x => x.Key);
                });

            migrationBuilder.CreateTable(
                name: "ConnectAuthorizations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    CreationDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Properties = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Scopes = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    Status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    Subject = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Type = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true)
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
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    ApplicationId = table.Column<Guid>(type: "uuid", nullable: true),
                    AuthorizationId = table.Column<Guid>(type: "uuid", nullable: true),
                    ConcurrencyToken = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    CreationDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ExpirationDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Payload = table.Column<string>(type: "character varying(200000)", maxLength: 200000, nullable: true),
                    Properties = table.Column<string>(type: "character varying(4000)", maxLength: 4000, nullable: true),
                    RedemptionDate = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    ReferenceId = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    Status = table.Column<string>(type: "character varying(50)", maxLength: 50, nullable: true),
                    Subject = table.Column<string>(type: "character varying(400)", maxLength: 400, nullable: true),
                    Type = table.Column<string>(type: "character varying(150)", maxLength: 150, nullable: true)
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
                name: "IX_ConnectedSystems_Government_Status",
                table: "ConnectedSystems",
                columns: new[] { "Government", "Status" });

            migrationBuilder.CreateIndex(
                name: "IX_ConnectedSystems_OrganisationId",
                table: "ConnectedSystems",
                column: "OrganisationId");

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

            migrationBuilder.CreateIndex(
                name: "IX_FactorRemovals_DueAt",
                table: "FactorRemovals",
                column: "DueAt");

            migrationBuilder.CreateIndex(
                name: "IX_RecoveryRequests_OpensAt",
                table: "RecoveryRequests",
                column: "OpensAt");

            migrationBuilder.CreateIndex(
                name: "IX_RecoveryRequests_PersonId",
                table: "RecoveryRequests",
                column: "PersonId",
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_Tallies_CountedAt",
                table: "Tallies",
                column: "CountedAt");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ConnectedSystems");

            migrationBuilder.DropTable(
                name: "ConnectKeys");

            migrationBuilder.DropTable(
                name: "ConnectScopes");

            migrationBuilder.DropTable(
                name: "ConnectTokens");

            migrationBuilder.DropTable(
                name: "FactorRemovals");

            migrationBuilder.DropTable(
                name: "RecoveryRequests");

            migrationBuilder.DropTable(
                name: "Tallies");

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

            migrationBuilder.CreateTable(
                name: "SignInAttempts",
                columns: table => new
                {
                    Key = table.Column<string>(type: "character(64)", unicode: false, fixedLength: true, maxLength: 64, nullable: false),
                    BlockedUntil = table.Column<DateTime>(type: "timestamp with time zone", nullable: true),
                    Count = table.Column<int>(type: "integer", nullable: false),
                    LastAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SignInAttempts", x => x.Key);
                });

            migrationBuilder.CreateIndex(
                name: "IX_SignInAttempts_LastAt",
                table: "SignInAttempts",
                column: "LastAt");
        }
    }
}
