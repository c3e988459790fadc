IF OBJECT_ID(N'[__EFMigrationsHistory]') IS NULL
BEGIN
    CREATE TABLE [__EFMigrationsHistory] (
        [MigrationId] nvarchar(150) NOT NULL,
        [ProductVersion] nvarchar(32) NOT NULL,
        CONSTRAINT [PK___EFMigrationsHistory] PRIMARY KEY ([MigrationId])
    );
END;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [AspNetUsers] (
        [Id] uniqueidentifier NOT NULL,
        [UserName] nvarchar(256) NULL,
        [NormalizedUserName] nvarchar(256) NULL,
        [Email] nvarchar(256) NULL,
        [NormalizedEmail] nvarchar(256) NULL,
        [EmailConfirmed] bit NOT NULL,
        [PasswordHash] nvarchar(max) NULL,
        [SecurityStamp] nvarchar(max) NULL,
        [ConcurrencyStamp] nvarchar(max) NULL,
        [PhoneNumber] nvarchar(256) NULL,
        [PhoneNumberConfirmed] bit NOT NULL,
        [TwoFactorEnabled] bit NOT NULL,
        [LockoutEnd] datetime2 NULL,
        [LockoutEnabled] bit NOT NULL,
        [AccessFailedCount] int NOT NULL,
        CONSTRAINT [PK_AspNetUsers] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [AuditEntries] (
        [Id] uniqueidentifier NOT NULL,
        [CaseType] nvarchar(100) NOT NULL,
        [CaseId] uniqueidentifier NOT NULL,
        [Sequence] bigint NOT NULL,
        [At] datetime2 NOT NULL,
        [ActorId] uniqueidentifier NOT NULL,
        [OrganisationId] uniqueidentifier NULL,
        [ActorGovernment] nvarchar(40) NULL,
        [Side] nvarchar(40) NULL,
        [Operation] nvarchar(100) NOT NULL,
        [Reason] nvarchar(4000) NULL,
        [FromStatus] nvarchar(40) NULL,
        [ToStatus] nvarchar(40) NULL,
        [Changes] nvarchar(max) NOT NULL,
        [Refusal] nvarchar(200) NULL,
        [OperationId] uniqueidentifier NULL,
        [PreviousHash] nvarchar(64) NOT NULL,
        [Hash] nvarchar(64) NOT NULL,
        CONSTRAINT [PK_AuditEntries] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [Certifications] (
        [Id] uniqueidentifier NOT NULL,
        [Code] nvarchar(40) NOT NULL,
        [NameEn] nvarchar(200) NOT NULL,
        [NameJa] nvarchar(200) NULL,
        [Issuer] nvarchar(100) NOT NULL,
        [IssuerCountry] nvarchar(3) NOT NULL,
        [LevelHint] nvarchar(40) NULL,
        [ValidityMonths] int NULL,
        [Confidence] nvarchar(40) NOT NULL,
        [SearchText] nvarchar(800) NOT NULL,
        CONSTRAINT [PK_Certifications] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [DataProtectionKeys] (
        [Id] int NOT NULL IDENTITY,
        [FriendlyName] nvarchar(max) NULL,
        [Xml] nvarchar(max) NULL,
        CONSTRAINT [PK_DataProtectionKeys] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [FellowshipCalls] (
        [Id] uniqueidentifier NOT NULL,
        [Code] nvarchar(10) NOT NULL,
        [Status] nvarchar(40) NOT NULL,
        [Content] nvarchar(max) NOT NULL,
        [FormRevision] int NOT NULL,
        [OpensAt] datetime2 NOT NULL,
        [ClosesAt] datetime2 NOT NULL,
        [ReturnReason] nvarchar(4000) NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_FellowshipCalls] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [FileReadings] (
        [Id] uniqueidentifier NOT NULL,
        [ActorId] uniqueidentifier NOT NULL,
        [OrganisationId] uniqueidentifier NULL,
        [CaseType] nvarchar(100) NOT NULL,
        [CaseId] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_FileReadings] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [Frameworks] (
        [Id] uniqueidentifier NOT NULL,
        [Identifier] nvarchar(60) NOT NULL,
        [Name] nvarchar(300) NOT NULL,
        [Version] nvarchar(20) NOT NULL,
        [Website] nvarchar(400) NULL,
        CONSTRAINT [PK_Frameworks] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [Holidays] (
        [Id] uniqueidentifier NOT NULL,
        [Government] nvarchar(40) NOT NULL,
        [Date] date NOT NULL,
        [NameJa] nvarchar(100) NULL,
        [NameEn] nvarchar(100) NULL,
        CONSTRAINT [PK_Holidays] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [Operations] (
        [ActorId] uniqueidentifier NOT NULL,
        [OperationId] uniqueidentifier NOT NULL,
        [ContentHash] nvarchar(64) NOT NULL,
        [At] datetime2 NOT NULL,
        [Answer] nvarchar(4000) NOT NULL,
        CONSTRAINT [PK_Operations] PRIMARY KEY ([ActorId], [OperationId])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [Organisations] (
        [Id] uniqueidentifier NOT NULL,
        [Code] nvarchar(40) NOT NULL,
        [Government] nvarchar(40) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Organisations] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [Outbox] (
        [Id] uniqueidentifier NOT NULL,
        [Type] nvarchar(100) NOT NULL,
        [Payload] nvarchar(2000) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [DueAt] datetime2 NOT NULL,
        [Attempts] int NOT NULL,
        [LockedBy] uniqueidentifier NULL,
        [LockedUntil] datetime2 NULL,
        [CompletedAt] datetime2 NULL,
        [DeadAt] datetime2 NULL,
        [LastError] nvarchar(200) NULL,
        CONSTRAINT [PK_Outbox] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [People] (
        [Id] uniqueidentifier NOT NULL,
        [DisplayName] nvarchar(400) NOT NULL,
        [MailAddress] nvarchar(256) NOT NULL,
        [Language] nvarchar(2) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_People] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [SentMails] (
        [Id] char(64) NOT NULL,
        [SentAt] datetime2 NOT NULL,
        CONSTRAINT [PK_SentMails] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [AspNetUserClaims] (
        [Id] int NOT NULL IDENTITY,
        [UserId] uniqueidentifier NOT NULL,
        [ClaimType] nvarchar(max) NULL,
        [ClaimValue] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetUserClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AspNetUserClaims_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [AspNetUserLogins] (
        [LoginProvider] nvarchar(128) NOT NULL,
        [ProviderKey] nvarchar(128) NOT NULL,
        [ProviderDisplayName] nvarchar(max) NULL,
        [UserId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AspNetUserLogins] PRIMARY KEY ([LoginProvider], [ProviderKey]),
        CONSTRAINT [FK_AspNetUserLogins_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [AspNetUserPasskeys] (
        [CredentialId] varbinary(1024) NOT NULL,
        [UserId] uniqueidentifier NOT NULL,
        [Data] nvarchar(max) NOT NULL,
        CONSTRAINT [PK_AspNetUserPasskeys] PRIMARY KEY ([CredentialId]),
        CONSTRAINT [FK_AspNetUserPasskeys_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [AspNetUserTokens] (
        [UserId] uniqueidentifier NOT NULL,
        [LoginProvider] nvarchar(128) NOT NULL,
        [Name] nvarchar(128) NOT NULL,
        [Value] nvarchar(max) NULL,
        CONSTRAINT [PK_AspNetUserTokens] PRIMARY KEY ([UserId], [LoginProvider], [Name]),
        CONSTRAINT [FK_AspNetUserTokens_AspNetUsers_UserId] FOREIGN KEY ([UserId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [AwardLists] (
        [Id] uniqueidentifier NOT NULL,
        [CallId] uniqueidentifier NOT NULL,
        [Status] nvarchar(40) NOT NULL,
        [Entries] nvarchar(max) NOT NULL,
        [AnswerBy] nvarchar(200) NULL,
        [ReturnReason] nvarchar(4000) NULL,
        [ReleasedAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_AwardLists] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AwardLists_FellowshipCalls_CallId] FOREIGN KEY ([CallId]) REFERENCES [FellowshipCalls] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [FellowshipCallSignatures] (
        [Id] uniqueidentifier NOT NULL,
        [Purpose] nvarchar(40) NOT NULL,
        [Government] nvarchar(40) NOT NULL,
        [SignerId] uniqueidentifier NOT NULL,
        [OrganisationId] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        [ContentHash] nvarchar(64) NOT NULL,
        [FellowshipCallId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_FellowshipCallSignatures] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FellowshipCallSignatures_FellowshipCalls_FellowshipCallId] FOREIGN KEY ([FellowshipCallId]) REFERENCES [FellowshipCalls] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [FrameworkElements] (
        [Id] uniqueidentifier NOT NULL,
        [FrameworkId] uniqueidentifier NOT NULL,
        [Kind] nvarchar(40) NOT NULL,
        [Code] nvarchar(40) NOT NULL,
        [Title] nvarchar(200) NOT NULL,
        [Text] nvarchar(4000) NOT NULL,
        [SortOrder] int NOT NULL,
        [ParentCode] nvarchar(40) NULL,
        CONSTRAINT [PK_FrameworkElements] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FrameworkElements_Frameworks_FrameworkId] FOREIGN KEY ([FrameworkId]) REFERENCES [Frameworks] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [FrameworkLinks] (
        [FrameworkId] uniqueidentifier NOT NULL,
        [FromCode] nvarchar(40) NOT NULL,
        [ToCode] nvarchar(40) NOT NULL,
        CONSTRAINT [PK_FrameworkLinks] PRIMARY KEY ([FrameworkId], [FromCode], [ToCode]),
        CONSTRAINT [FK_FrameworkLinks_Frameworks_FrameworkId] FOREIGN KEY ([FrameworkId]) REFERENCES [Frameworks] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [OrganisationNames] (
        [Id] uniqueidentifier NOT NULL,
        [Name_Ja] nvarchar(300) NOT NULL,
        [Name_En] nvarchar(300) NOT NULL,
        [From] date NOT NULL,
        [OrganisationId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_OrganisationNames] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_OrganisationNames_Organisations_OrganisationId] FOREIGN KEY ([OrganisationId]) REFERENCES [Organisations] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [FellowshipApplications] (
        [Id] uniqueidentifier NOT NULL,
        [CallId] uniqueidentifier NOT NULL,
        [ApplicantId] uniqueidentifier NOT NULL,
        [Number] nvarchar(20) NOT NULL,
        [SendingGovernment] nvarchar(40) NOT NULL,
        [HostGovernment] nvarchar(40) NOT NULL,
        [Status] nvarchar(40) NOT NULL,
        [FormRevision] int NOT NULL,
        [StartedAt] datetime2 NOT NULL,
        [SubmittedAt] datetime2 NULL,
        [ReleasedAt] datetime2 NULL,
        [DueAt] datetime2 NULL,
        [AnswerBy] nvarchar(200) NULL,
        [ReserveRank] int NULL,
        [Correction] nvarchar(max) NULL,
        [ScreenedOutFor] nvarchar(40) NULL,
        [ScreeningNote] nvarchar(4000) NULL,
        [OpenKey] nvarchar(64) NULL,
        [NameJa] nvarchar(1000) NOT NULL,
        [NameEn] nvarchar(1000) NOT NULL,
        [SortJa] nvarchar(400) NOT NULL,
        [SortEn] nvarchar(400) NOT NULL,
        [SearchText] nvarchar(4000) NOT NULL,
        [Mover] nvarchar(20) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_FellowshipApplications] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_FellowshipApplications_FellowshipCalls_CallId] FOREIGN KEY ([CallId]) REFERENCES [FellowshipCalls] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_FellowshipApplications_People_ApplicantId] FOREIGN KEY ([ApplicantId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [Memberships] (
        [Id] uniqueidentifier NOT NULL,
        [OrganisationId] uniqueidentifier NOT NULL,
        [Government] nvarchar(40) NOT NULL,
        [Role] nvarchar(40) NOT NULL,
        [InvitedAddress] nvarchar(256) NOT NULL,
        [InvitedAt] datetime2 NOT NULL,
        [PersonId] uniqueidentifier NULL,
        [AcceptedAt] datetime2 NULL,
        [StartsOn] date NOT NULL,
        [EndsOn] date NULL,
        [EndedEarly] bit NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Memberships] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_Memberships_Organisations_OrganisationId] FOREIGN KEY ([OrganisationId]) REFERENCES [Organisations] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_Memberships_People_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [AwardListSignatures] (
        [Id] uniqueidentifier NOT NULL,
        [Purpose] nvarchar(40) NOT NULL,
        [Government] nvarchar(40) NOT NULL,
        [SignerId] uniqueidentifier NOT NULL,
        [OrganisationId] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        [ContentHash] nvarchar(64) NOT NULL,
        [AwardListId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_AwardListSignatures] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_AwardListSignatures_AwardLists_AwardListId] FOREIGN KEY ([AwardListId]) REFERENCES [AwardLists] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [ApplicationDocuments] (
        [Id] uniqueidentifier NOT NULL,
        [FieldKey] nvarchar(100) NOT NULL,
        [FileName] nvarchar(300) NOT NULL,
        [Kind] nvarchar(40) NOT NULL,
        [StoredName] nvarchar(100) NOT NULL,
        [Size] bigint NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [StoredAt] datetime2 NOT NULL,
        [RemovedAt] datetime2 NULL,
        [ApplicationId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ApplicationDocuments] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ApplicationDocuments_FellowshipApplications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [FellowshipApplications] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [ApplicationSections] (
        [Id] uniqueidentifier NOT NULL,
        [Kind] nvarchar(40) NOT NULL,
        [Answers] nvarchar(max) NOT NULL,
        [SavedAt] datetime2 NOT NULL,
        [IsChecked] bit NOT NULL,
        [Version] bigint NOT NULL,
        [ApplicationId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ApplicationSections] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ApplicationSections_FellowshipApplications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [FellowshipApplications] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE TABLE [ApplicationSubmissions] (
        [Id] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [Content] nvarchar(max) NOT NULL,
        [Hash] nvarchar(64) NOT NULL,
        [At] datetime2 NOT NULL,
        [Correction] nvarchar(max) NULL,
        [ApplicationId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_ApplicationSubmissions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ApplicationSubmissions_FellowshipApplications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [FellowshipApplications] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_ApplicationDocuments_ApplicationId] ON [ApplicationDocuments] ([ApplicationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_ApplicationDocuments_StoredName] ON [ApplicationDocuments] ([StoredName]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ApplicationSections_ApplicationId_Kind] ON [ApplicationSections] ([ApplicationId], [Kind]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ApplicationSubmissions_ApplicationId_Number] ON [ApplicationSubmissions] ([ApplicationId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_AspNetUserClaims_UserId] ON [AspNetUserClaims] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_AspNetUserLogins_UserId] ON [AspNetUserLogins] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_AspNetUserPasskeys_UserId] ON [AspNetUserPasskeys] ([UserId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [EmailIndex] ON [AspNetUsers] ([NormalizedEmail]) WHERE [NormalizedEmail] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [UserNameIndex] ON [AspNetUsers] ([NormalizedUserName]) WHERE [NormalizedUserName] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_AuditEntries_At] ON [AuditEntries] ([At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AuditEntries_CaseId_Sequence] ON [AuditEntries] ([CaseId], [Sequence]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE UNIQUE INDEX [IX_AwardLists_CallId] ON [AwardLists] ([CallId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_AwardListSignatures_AwardListId] ON [AwardListSignatures] ([AwardListId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Certifications_Code] ON [Certifications] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_FellowshipApplications_ApplicantId] ON [FellowshipApplications] ([ApplicantId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_FellowshipApplications_CallId_Number] ON [FellowshipApplications] ([CallId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_FellowshipApplications_Mover_DueAt_Number_CallId_Status] ON [FellowshipApplications] ([Mover], [DueAt], [Number], [CallId], [Status]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_FellowshipApplications_Mover_Number_DueAt_CallId_Status] ON [FellowshipApplications] ([Mover], [Number], [DueAt], [CallId], [Status]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_FellowshipApplications_Mover_SortEn_Number_DueAt_CallId_Status] ON [FellowshipApplications] ([Mover], [SortEn], [Number], [DueAt], [CallId], [Status]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_FellowshipApplications_Mover_SortJa_Number_DueAt_CallId_Status] ON [FellowshipApplications] ([Mover], [SortJa], [Number], [DueAt], [CallId], [Status]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FellowshipApplications_Number] ON [FellowshipApplications] ([Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_FellowshipApplications_OpenKey] ON [FellowshipApplications] ([OpenKey]) WHERE [OpenKey] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_FellowshipCalls_ClosesAt_Id] ON [FellowshipCalls] ([ClosesAt], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FellowshipCalls_Code] ON [FellowshipCalls] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_FellowshipCalls_Status_ClosesAt] ON [FellowshipCalls] ([Status], [ClosesAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_FellowshipCallSignatures_FellowshipCallId] ON [FellowshipCallSignatures] ([FellowshipCallId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_FileReadings_CaseId_ActorId_At] ON [FileReadings] ([CaseId], [ActorId], [At]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE UNIQUE INDEX [IX_FrameworkElements_FrameworkId_Kind_Code] ON [FrameworkElements] ([FrameworkId], [Kind], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_FrameworkLinks_FrameworkId_ToCode] ON [FrameworkLinks] ([FrameworkId], [ToCode]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Frameworks_Identifier] ON [Frameworks] ([Identifier]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Holidays_Government_Date] ON [Holidays] ([Government], [Date]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_Memberships_Government_Role] ON [Memberships] ([Government], [Role]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_Memberships_InvitedAddress] ON [Memberships] ([InvitedAddress]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_Memberships_OrganisationId] ON [Memberships] ([OrganisationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_Memberships_PersonId] ON [Memberships] ([PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_OrganisationNames_OrganisationId] ON [OrganisationNames] ([OrganisationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Organisations_Code] ON [Organisations] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_Outbox_CompletedAt_DeadAt_DueAt] ON [Outbox] ([CompletedAt], [DeadAt], [DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    CREATE INDEX [IX_People_MailAddress] ON [People] ([MailAddress]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123092735_Foundation'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261123092735_Foundation', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123103246_Accounts'
)
BEGIN
    ALTER TABLE [AuditEntries] ADD [Proof] nvarchar(60) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123103246_Accounts'
)
BEGIN
    CREATE TABLE [Authenticators] (
        [PersonId] uniqueidentifier NOT NULL,
        [Sealed] varbinary(1000) NOT NULL,
        [ConfirmedAt] datetime2 NULL,
        [LastStep] bigint NOT NULL,
        CONSTRAINT [PK_Authenticators] PRIMARY KEY ([PersonId]),
        CONSTRAINT [FK_Authenticators_AspNetUsers_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123103246_Accounts'
)
BEGIN
    CREATE TABLE [PasskeyChallenges] (
        [Id] uniqueidentifier NOT NULL,
        [Purpose] nvarchar(20) NOT NULL,
        [PersonId] uniqueidentifier NULL,
        [State] nvarchar(max) NOT NULL,
        [ExpiresAt] datetime2 NOT NULL,
        CONSTRAINT [PK_PasskeyChallenges] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123103246_Accounts'
)
BEGIN
    CREATE TABLE [RecoveryCodes] (
        [Hash] char(64) NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_RecoveryCodes] PRIMARY KEY ([Hash]),
        CONSTRAINT [FK_RecoveryCodes_AspNetUsers_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123103246_Accounts'
)
BEGIN
    CREATE TABLE [SignInAttempts] (
        [Key] char(64) NOT NULL,
        [Count] int NOT NULL,
        [LastAt] datetime2 NOT NULL,
        [BlockedUntil] datetime2 NULL,
        CONSTRAINT [PK_SignInAttempts] PRIMARY KEY ([Key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123103246_Accounts'
)
BEGIN
    CREATE TABLE [SignInSessions] (
        [Id] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [Method] nvarchar(40) NOT NULL,
        [IsStrong] bit NOT NULL,
        [CredentialId] nvarchar(1400) NULL,
        [ProvedAt] datetime2 NOT NULL,
        [StartedAt] datetime2 NOT NULL,
        [SeenAt] datetime2 NOT NULL,
        [Device] nvarchar(200) NOT NULL,
        CONSTRAINT [PK_SignInSessions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_SignInSessions_AspNetUsers_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123103246_Accounts'
)
BEGIN
    CREATE INDEX [IX_PasskeyChallenges_ExpiresAt] ON [PasskeyChallenges] ([ExpiresAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123103246_Accounts'
)
BEGIN
    CREATE INDEX [IX_RecoveryCodes_PersonId] ON [RecoveryCodes] ([PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123103246_Accounts'
)
BEGIN
    CREATE INDEX [IX_SignInAttempts_LastAt] ON [SignInAttempts] ([LastAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123103246_Accounts'
)
BEGIN
    CREATE INDEX [IX_SignInSessions_PersonId] ON [SignInSessions] ([PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123103246_Accounts'
)
BEGIN
    CREATE INDEX [IX_SignInSessions_StartedAt] ON [SignInSessions] ([StartedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261123103246_Accounts'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261123103246_Accounts', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    DROP TABLE [SignInAttempts];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    ALTER TABLE [SignInSessions] ADD [VisitId] uniqueidentifier NOT NULL DEFAULT '00000000-0000-0000-0000-000000000000';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE TABLE [ConnectApplications] (
        [Id] uniqueidentifier NOT NULL,
        [ApplicationType] nvarchar(50) NULL,
        [ClientId] nvarchar(100) NULL,
        [ClientSecret] nvarchar(200) NULL,
        [ClientType] nvarchar(50) NULL,
        [ConcurrencyToken] nvarchar(50) NULL,
        [ConsentType] nvarchar(50) NULL,
        [DisplayName] nvarchar(300) NULL,
        [DisplayNames] nvarchar(1000) NULL,
        [JsonWebKeySet] nvarchar(max) NULL,
        [Permissions] nvarchar(4000) NULL,
        [PostLogoutRedirectUris] nvarchar(4000) NULL,
        [Properties] nvarchar(4000) NULL,
        [RedirectUris] nvarchar(4000) NULL,
        [Requirements] nvarchar(1000) NULL,
        [Settings] nvarchar(4000) NULL,
        CONSTRAINT [PK_ConnectApplications] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE TABLE [ConnectedSystems] (
        [Id] uniqueidentifier NOT NULL,
        [OrganisationId] uniqueidentifier NOT NULL,
        [Government] nvarchar(40) NOT NULL,
        [Kind] nvarchar(40) NOT NULL,
        [Status] nvarchar(40) NOT NULL,
        [Name] nvarchar(2000) NOT NULL,
        [RedirectAddresses] nvarchar(max) NOT NULL,
        [SignOutAddresses] nvarchar(max) NOT NULL,
        [Scopes] nvarchar(400) NOT NULL,
        [RegisteredAt] datetime2 NOT NULL,
        [SecretHash] nvarchar(64) NULL,
        [Keys] nvarchar(max) NULL,
        [CredentialAt] datetime2 NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_ConnectedSystems] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ConnectedSystems_Organisations_OrganisationId] FOREIGN KEY ([OrganisationId]) REFERENCES [Organisations] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE TABLE [ConnectKeys] (
        [Purpose] nvarchar(20) NOT NULL,
        [Generation] int NOT NULL,
        [KeyId] varchar(64) NOT NULL,
        [Algorithm] varchar(20) NOT NULL,
        [PublicKey] varbinary(1000) NULL,
        [Sealed] varbinary(4000) NOT NULL,
        [CreatedAt] datetime2 NOT NULL,
        [SignsFrom] datetime2 NOT NULL,
        CONSTRAINT [PK_ConnectKeys] PRIMARY KEY ([Purpose], [Generation])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE TABLE [ConnectScopes] (
        [Id] uniqueidentifier NOT NULL,
        [ConcurrencyToken] nvarchar(50) NULL,
        [Description] nvarchar(1000) NULL,
        [Descriptions] nvarchar(4000) NULL,
        [DisplayName] nvarchar(300) NULL,
        [DisplayNames] nvarchar(1000) NULL,
        [Name] nvarchar(200) NULL,
        [Properties] nvarchar(4000) NULL,
        [Resources] nvarchar(4000) NULL,
        CONSTRAINT [PK_ConnectScopes] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE TABLE [FactorRemovals] (
        [PersonId] uniqueidentifier NOT NULL,
        [CredentialId] nvarchar(1400) NULL,
        [DueAt] datetime2 NOT NULL,
        CONSTRAINT [PK_FactorRemovals] PRIMARY KEY ([PersonId]),
        CONSTRAINT [FK_FactorRemovals_AspNetUsers_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE TABLE [RecoveryRequests] (
        [Id] uniqueidentifier NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [OpensAt] datetime2 NOT NULL,
        [IsOpen] bit NOT NULL,
        CONSTRAINT [PK_RecoveryRequests] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RecoveryRequests_AspNetUsers_PersonId] FOREIGN KEY ([PersonId]) REFERENCES [AspNetUsers] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE TABLE [Tallies] (
        [Key] char(64) NOT NULL,
        [Count] int NOT NULL,
        [CountedAt] datetime2 NOT NULL,
        [BlockedUntil] datetime2 NULL,
        CONSTRAINT [PK_Tallies] PRIMARY KEY ([Key])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE TABLE [ConnectAuthorizations] (
        [Id] uniqueidentifier NOT NULL,
        [ApplicationId] uniqueidentifier NULL,
        [ConcurrencyToken] nvarchar(50) NULL,
        [CreationDate] datetime2 NULL,
        [Properties] nvarchar(4000) NULL,
        [Scopes] nvarchar(4000) NULL,
        [Status] nvarchar(50) NULL,
        [Subject] nvarchar(400) NULL,
        [Type] nvarchar(50) NULL,
        CONSTRAINT [PK_ConnectAuthorizations] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ConnectAuthorizations_ConnectApplications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [ConnectApplications] ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE TABLE [ConnectTokens] (
        [Id] uniqueidentifier NOT NULL,
        [ApplicationId] uniqueidentifier NULL,
        [AuthorizationId] uniqueidentifier NULL,
        [ConcurrencyToken] nvarchar(50) NULL,
        [CreationDate] datetime2 NULL,
        [ExpirationDate] datetime2 NULL,
        [Payload] nvarchar(max) NULL,
        [Properties] nvarchar(4000) NULL,
        [RedemptionDate] datetime2 NULL,
        [ReferenceId] nvarchar(100) NULL,
        [Status] nvarchar(50) NULL,
        [Subject] nvarchar(400) NULL,
        [Type] nvarchar(150) NULL,
        CONSTRAINT [PK_ConnectTokens] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ConnectTokens_ConnectApplications_ApplicationId] FOREIGN KEY ([ApplicationId]) REFERENCES [ConnectApplications] ([Id]),
        CONSTRAINT [FK_ConnectTokens_ConnectAuthorizations_AuthorizationId] FOREIGN KEY ([AuthorizationId]) REFERENCES [ConnectAuthorizations] ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE INDEX [IX_SignInSessions_VisitId] ON [SignInSessions] ([VisitId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_ConnectApplications_ClientId] ON [ConnectApplications] ([ClientId]) WHERE [ClientId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE INDEX [IX_ConnectAuthorizations_ApplicationId_Status_Subject_Type] ON [ConnectAuthorizations] ([ApplicationId], [Status], [Subject], [Type]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE INDEX [IX_ConnectedSystems_Government_Status] ON [ConnectedSystems] ([Government], [Status]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE INDEX [IX_ConnectedSystems_OrganisationId] ON [ConnectedSystems] ([OrganisationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_ConnectScopes_Name] ON [ConnectScopes] ([Name]) WHERE [Name] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE INDEX [IX_ConnectTokens_ApplicationId_Status_Subject_Type] ON [ConnectTokens] ([ApplicationId], [Status], [Subject], [Type]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE INDEX [IX_ConnectTokens_AuthorizationId] ON [ConnectTokens] ([AuthorizationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE INDEX [IX_ConnectTokens_ExpirationDate] ON [ConnectTokens] ([ExpirationDate]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_ConnectTokens_ReferenceId] ON [ConnectTokens] ([ReferenceId]) WHERE [ReferenceId] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE INDEX [IX_FactorRemovals_DueAt] ON [FactorRemovals] ([DueAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE INDEX [IX_RecoveryRequests_OpensAt] ON [RecoveryRequests] ([OpensAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE UNIQUE INDEX [IX_RecoveryRequests_PersonId] ON [RecoveryRequests] ([PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    CREATE INDEX [IX_Tallies_CountedAt] ON [Tallies] ([CountedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127032351_SignInAndConnect'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127032351_SignInAndConnect', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127092014_ReferencePlacements'
)
BEGIN
    CREATE TABLE [DcwfRoles] (
        [Id] uniqueidentifier NOT NULL,
        [Code] nvarchar(10) NOT NULL,
        [Title] nvarchar(200) NOT NULL,
        [Element] nvarchar(100) NOT NULL,
        [NiceCode] nvarchar(40) NULL,
        [Definition] nvarchar(4000) NOT NULL,
        [Edition] nvarchar(40) NOT NULL,
        CONSTRAINT [PK_DcwfRoles] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127092014_ReferencePlacements'
)
BEGIN
    CREATE TABLE [ReferencePlacements] (
        [Id] uniqueidentifier NOT NULL,
        [CertificationId] uniqueidentifier NOT NULL,
        [DcwfRoleId] uniqueidentifier NOT NULL,
        [Proficiency] nvarchar(40) NOT NULL,
        [Edition] nvarchar(40) NOT NULL,
        CONSTRAINT [PK_ReferencePlacements] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ReferencePlacements_Certifications_CertificationId] FOREIGN KEY ([CertificationId]) REFERENCES [Certifications] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_ReferencePlacements_DcwfRoles_DcwfRoleId] FOREIGN KEY ([DcwfRoleId]) REFERENCES [DcwfRoles] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127092014_ReferencePlacements'
)
BEGIN
    CREATE UNIQUE INDEX [IX_DcwfRoles_Code] ON [DcwfRoles] ([Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127092014_ReferencePlacements'
)
BEGIN
    CREATE INDEX [IX_DcwfRoles_NiceCode] ON [DcwfRoles] ([NiceCode]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127092014_ReferencePlacements'
)
BEGIN
    CREATE UNIQUE INDEX [IX_ReferencePlacements_CertificationId_DcwfRoleId] ON [ReferencePlacements] ([CertificationId], [DcwfRoleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127092014_ReferencePlacements'
)
BEGIN
    CREATE INDEX [IX_ReferencePlacements_DcwfRoleId] ON [ReferencePlacements] ([DcwfRoleId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127092014_ReferencePlacements'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127092014_ReferencePlacements', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    ALTER TABLE [FrameworkElements] ADD [RetiredIn] nvarchar(20) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE TABLE [CertificationVersions] (
        [Id] uniqueidentifier NOT NULL,
        [CertificationId] uniqueidentifier NOT NULL,
        [Label] nvarchar(100) NOT NULL,
        [EffectiveOn] date NOT NULL,
        [RetiredOn] date NULL,
        [Note_En] nvarchar(4000) NOT NULL,
        [Note_Ja] nvarchar(4000) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_CertificationVersions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CertificationVersions_Certifications_CertificationId] FOREIGN KEY ([CertificationId]) REFERENCES [Certifications] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE TABLE [Equivalences] (
        [Id] uniqueidentifier NOT NULL,
        [Number] nvarchar(12) NOT NULL,
        [Source] nvarchar(4000) NOT NULL,
        [SourceKey] nvarchar(400) NOT NULL,
        [TargetKind] nvarchar(40) NOT NULL,
        [TargetCode] nvarchar(40) NOT NULL,
        [SourceSide] nvarchar(40) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_Equivalences] PRIMARY KEY ([Id])
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE TABLE [RequirementSets] (
        [Id] uniqueidentifier NOT NULL,
        [FrameworkId] uniqueidentifier NOT NULL,
        [TargetKind] nvarchar(40) NOT NULL,
        [TargetCode] nvarchar(40) NOT NULL,
        [Number] int NOT NULL,
        [Rows] nvarchar(max) NOT NULL,
        [DefinedAt] datetime2 NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_RequirementSets] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RequirementSets_Frameworks_FrameworkId] FOREIGN KEY ([FrameworkId]) REFERENCES [Frameworks] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE TABLE [EvidenceClaims] (
        [Id] uniqueidentifier NOT NULL,
        [CertificationVersionId] uniqueidentifier NOT NULL,
        [FrameworkId] uniqueidentifier NOT NULL,
        [Statement] nvarchar(40) NOT NULL,
        [Level] int NOT NULL,
        [Strength] nvarchar(40) NOT NULL,
        [Confidence] decimal(4,3) NOT NULL,
        [Source] nvarchar(400) NULL,
        [AuthorId] uniqueidentifier NOT NULL,
        [AuthorGovernment] nvarchar(40) NOT NULL,
        CONSTRAINT [PK_EvidenceClaims] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EvidenceClaims_CertificationVersions_CertificationVersionId] FOREIGN KEY ([CertificationVersionId]) REFERENCES [CertificationVersions] ([Id]) ON DELETE CASCADE,
        CONSTRAINT [FK_EvidenceClaims_Frameworks_FrameworkId] FOREIGN KEY ([FrameworkId]) REFERENCES [Frameworks] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE TABLE [EquivalencePeriods] (
        [Id] uniqueidentifier NOT NULL,
        [EquivalenceId] uniqueidentifier NOT NULL,
        [VersionId] uniqueidentifier NOT NULL,
        [Scope] nvarchar(4000) NOT NULL,
        [From] datetime2 NOT NULL,
        [Until] datetime2 NOT NULL,
        [State] nvarchar(40) NOT NULL,
        [By] nvarchar(40) NULL,
        [RecordedAt] datetime2 NOT NULL,
        [ReplacedAt] datetime2 NULL,
        CONSTRAINT [PK_EquivalencePeriods] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EquivalencePeriods_Equivalences_EquivalenceId] FOREIGN KEY ([EquivalenceId]) REFERENCES [Equivalences] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE TABLE [EquivalenceSignatures] (
        [Id] uniqueidentifier NOT NULL,
        [Purpose] nvarchar(40) NOT NULL,
        [Government] nvarchar(40) NOT NULL,
        [SignerId] uniqueidentifier NOT NULL,
        [OrganisationId] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        [ContentHash] nvarchar(64) NOT NULL,
        [EquivalenceId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_EquivalenceSignatures] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EquivalenceSignatures_Equivalences_EquivalenceId] FOREIGN KEY ([EquivalenceId]) REFERENCES [Equivalences] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE TABLE [EquivalenceVersions] (
        [Id] uniqueidentifier NOT NULL,
        [EquivalenceId] uniqueidentifier NOT NULL,
        [Number] int NOT NULL,
        [SupersedesId] uniqueidentifier NULL,
        [Status] nvarchar(40) NOT NULL,
        [Content] nvarchar(max) NOT NULL,
        [Report] nvarchar(max) NULL,
        [ProposerId] uniqueidentifier NOT NULL,
        [ProposedBy] nvarchar(40) NULL,
        [ReturnReason] nvarchar(4000) NULL,
        [Round] int NOT NULL,
        [Agreement] nvarchar(max) NULL,
        [Adjudications] nvarchar(max) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_EquivalenceVersions] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EquivalenceVersions_Equivalences_EquivalenceId] FOREIGN KEY ([EquivalenceId]) REFERENCES [Equivalences] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE TABLE [EquivalenceRatings] (
        [Id] uniqueidentifier NOT NULL,
        [VersionId] uniqueidentifier NOT NULL,
        [Round] int NOT NULL,
        [ReviewerId] uniqueidentifier NOT NULL,
        [Government] nvarchar(40) NOT NULL,
        [Statement] nvarchar(40) NOT NULL,
        [Score] int NOT NULL,
        CONSTRAINT [PK_EquivalenceRatings] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EquivalenceRatings_EquivalenceVersions_VersionId] FOREIGN KEY ([VersionId]) REFERENCES [EquivalenceVersions] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE TABLE [EquivalenceReviewers] (
        [Id] uniqueidentifier NOT NULL,
        [VersionId] uniqueidentifier NOT NULL,
        [Round] int NOT NULL,
        [PersonId] uniqueidentifier NOT NULL,
        [Government] nvarchar(40) NOT NULL,
        [HasConflict] bit NOT NULL,
        [DeclaredAt] datetime2 NOT NULL,
        [HandedInAt] datetime2 NULL,
        CONSTRAINT [PK_EquivalenceReviewers] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EquivalenceReviewers_EquivalenceVersions_VersionId] FOREIGN KEY ([VersionId]) REFERENCES [EquivalenceVersions] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE TABLE [EquivalenceVersionSignatures] (
        [Id] uniqueidentifier NOT NULL,
        [Purpose] nvarchar(40) NOT NULL,
        [Government] nvarchar(40) NOT NULL,
        [SignerId] uniqueidentifier NOT NULL,
        [OrganisationId] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        [ContentHash] nvarchar(64) NOT NULL,
        [EquivalenceVersionId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_EquivalenceVersionSignatures] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EquivalenceVersionSignatures_EquivalenceVersions_EquivalenceVersionId] FOREIGN KEY ([EquivalenceVersionId]) REFERENCES [EquivalenceVersions] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE UNIQUE INDEX [IX_CertificationVersions_CertificationId_Label] ON [CertificationVersions] ([CertificationId], [Label]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE INDEX [IX_EquivalencePeriods_EquivalenceId_ReplacedAt_From] ON [EquivalencePeriods] ([EquivalenceId], [ReplacedAt], [From]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE UNIQUE INDEX [IX_EquivalenceRatings_VersionId_Round_ReviewerId_Statement] ON [EquivalenceRatings] ([VersionId], [Round], [ReviewerId], [Statement]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE UNIQUE INDEX [IX_EquivalenceReviewers_VersionId_Round_PersonId] ON [EquivalenceReviewers] ([VersionId], [Round], [PersonId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Equivalences_Number] ON [Equivalences] ([Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE UNIQUE INDEX [IX_Equivalences_SourceKey_TargetKind_TargetCode] ON [Equivalences] ([SourceKey], [TargetKind], [TargetCode]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE INDEX [IX_Equivalences_TargetKind_TargetCode] ON [Equivalences] ([TargetKind], [TargetCode]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE INDEX [IX_EquivalenceSignatures_EquivalenceId] ON [EquivalenceSignatures] ([EquivalenceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE UNIQUE INDEX [IX_EquivalenceVersions_EquivalenceId_Number] ON [EquivalenceVersions] ([EquivalenceId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE INDEX [IX_EquivalenceVersions_Status_Id] ON [EquivalenceVersions] ([Status], [Id]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE INDEX [IX_EquivalenceVersionSignatures_EquivalenceVersionId] ON [EquivalenceVersionSignatures] ([EquivalenceVersionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE UNIQUE INDEX [IX_EvidenceClaims_CertificationVersionId_FrameworkId_Statement] ON [EvidenceClaims] ([CertificationVersionId], [FrameworkId], [Statement]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE INDEX [IX_EvidenceClaims_FrameworkId] ON [EvidenceClaims] ([FrameworkId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE INDEX [IX_RequirementSets_FrameworkId] ON [RequirementSets] ([FrameworkId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    CREATE UNIQUE INDEX [IX_RequirementSets_TargetKind_TargetCode_FrameworkId_Number] ON [RequirementSets] ([TargetKind], [TargetCode], [FrameworkId], [Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127095125_Equivalences'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127095125_Equivalences', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127115504_EquivalenceDemonstration'
)
BEGIN
    ALTER TABLE [Equivalences] ADD [IsDemonstration] bit NOT NULL DEFAULT CAST(0 AS bit);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127115504_EquivalenceDemonstration'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127115504_EquivalenceDemonstration', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127122734_EquivalenceWithdrawal'
)
BEGIN
    ALTER TABLE [Equivalences] ADD [AgreedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127122734_EquivalenceWithdrawal'
)
BEGIN
    ALTER TABLE [Equivalences] ADD [Withdrawing] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127122734_EquivalenceWithdrawal'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127122734_EquivalenceWithdrawal', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127130600_EvidenceAndPublishedFigures'
)
BEGIN
    DROP INDEX [IX_Equivalences_TargetKind_TargetCode] ON [Equivalences];
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127130600_EvidenceAndPublishedFigures'
)
BEGIN
    ALTER TABLE [EvidenceClaims] ADD [Items] nvarchar(210) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127130600_EvidenceAndPublishedFigures'
)
BEGIN
    ALTER TABLE [EquivalencePeriods] ADD [Figures_Assured] float NOT NULL DEFAULT 0.0E0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127130600_EvidenceAndPublishedFigures'
)
BEGIN
    ALTER TABLE [EquivalencePeriods] ADD [Figures_Content] float NOT NULL DEFAULT 0.0E0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127130600_EvidenceAndPublishedFigures'
)
BEGIN
    ALTER TABLE [EquivalencePeriods] ADD [Figures_Decision] nvarchar(40) NOT NULL DEFAULT N'';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127130600_EvidenceAndPublishedFigures'
)
BEGIN
    ALTER TABLE [EquivalencePeriods] ADD [Figures_LowerBound] float NOT NULL DEFAULT 0.0E0;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127130600_EvidenceAndPublishedFigures'
)
BEGIN
    CREATE TABLE [ClaimImports] (
        [Id] uniqueidentifier NOT NULL,
        [CertificationVersionId] uniqueidentifier NOT NULL,
        [FileHash] nvarchar(64) NOT NULL,
        [Added] int NOT NULL,
        [Changed] int NOT NULL,
        [Unchanged] int NOT NULL,
        [At] datetime2 NOT NULL,
        CONSTRAINT [PK_ClaimImports] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_ClaimImports_CertificationVersions_CertificationVersionId] FOREIGN KEY ([CertificationVersionId]) REFERENCES [CertificationVersions] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127130600_EvidenceAndPublishedFigures'
)
BEGIN
    CREATE TABLE [EvidenceItems] (
        [Id] uniqueidentifier NOT NULL,
        [CertificationId] uniqueidentifier NOT NULL,
        [Code] nvarchar(20) NOT NULL,
        [Type] nvarchar(40) NOT NULL,
        [Uri] nvarchar(400) NULL,
        [Sha256] nvarchar(64) NULL,
        [ObtainedBy] nvarchar(200) NOT NULL,
        [ObtainedOn] date NOT NULL,
        [ExpiresOn] date NULL,
        [Language] nvarchar(40) NOT NULL,
        [Confidentiality] nvarchar(40) NOT NULL,
        [Title_En] nvarchar(200) NOT NULL,
        [Title_Ja] nvarchar(200) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_EvidenceItems] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EvidenceItems_Certifications_CertificationId] FOREIGN KEY ([CertificationId]) REFERENCES [Certifications] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127130600_EvidenceAndPublishedFigures'
)
BEGIN
    CREATE TABLE [MappingSets] (
        [Id] uniqueidentifier NOT NULL,
        [SubjectFrameworkId] uniqueidentifier NOT NULL,
        [TargetFrameworkId] uniqueidentifier NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_MappingSets] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_MappingSets_Frameworks_SubjectFrameworkId] FOREIGN KEY ([SubjectFrameworkId]) REFERENCES [Frameworks] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_MappingSets_Frameworks_TargetFrameworkId] FOREIGN KEY ([TargetFrameworkId]) REFERENCES [Frameworks] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127130600_EvidenceAndPublishedFigures'
)
BEGIN
    CREATE TABLE [StatementMappings] (
        [Id] uniqueidentifier NOT NULL,
        [SetId] uniqueidentifier NOT NULL,
        [Subject] nvarchar(40) NOT NULL,
        [Target] nvarchar(40) NOT NULL,
        [Relation] nvarchar(40) NOT NULL,
        [Fraction] decimal(4,3) NULL,
        [Facet] nvarchar(100) NULL,
        [Rationale] nvarchar(40) NOT NULL,
        [Confidence] decimal(4,3) NOT NULL,
        [Justification] nvarchar(2000) NOT NULL,
        [AuthorId] uniqueidentifier NOT NULL,
        [AuthorGovernment] nvarchar(40) NOT NULL,
        CONSTRAINT [PK_StatementMappings] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_StatementMappings_MappingSets_SetId] FOREIGN KEY ([SetId]) REFERENCES [MappingSets] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127130600_EvidenceAndPublishedFigures'
)
BEGIN
    CREATE INDEX [IX_Equivalences_SourceSide_TargetKind_SourceKey_AgreedAt] ON [Equivalences] ([SourceSide], [TargetKind], [SourceKey], [AgreedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127130600_EvidenceAndPublishedFigures'
)
BEGIN
    CREATE INDEX [IX_Equivalences_SourceSide_TargetKind_TargetCode_AgreedAt] ON [Equivalences] ([SourceSide], [TargetKind], [TargetCode], [AgreedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127130600_EvidenceAndPublishedFigures'
)
BEGIN
    CREATE INDEX [IX_EquivalencePeriods_RecordedAt_EquivalenceId] ON [EquivalencePeriods] ([RecordedAt], [EquivalenceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127130600_EvidenceAndPublishedFigures'
)
BEGIN
    CREATE INDEX [IX_ClaimImports_CertificationVersionId] ON [ClaimImports] ([CertificationVersionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127130600_EvidenceAndPublishedFigures'
)
BEGIN
    CREATE UNIQUE INDEX [IX_EvidenceItems_CertificationId_Code] ON [EvidenceItems] ([CertificationId], [Code]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127130600_EvidenceAndPublishedFigures'
)
BEGIN
    CREATE UNIQUE INDEX [IX_MappingSets_SubjectFrameworkId_TargetFrameworkId] ON [MappingSets] ([SubjectFrameworkId], [TargetFrameworkId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127130600_EvidenceAndPublishedFigures'
)
BEGIN
    CREATE INDEX [IX_MappingSets_TargetFrameworkId] ON [MappingSets] ([TargetFrameworkId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127130600_EvidenceAndPublishedFigures'
)
BEGIN
    CREATE INDEX [IX_StatementMappings_SetId_Subject] ON [StatementMappings] ([SetId], [Subject]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127130600_EvidenceAndPublishedFigures'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127130600_EvidenceAndPublishedFigures', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE TABLE [HeldCertifications] (
        [Id] uniqueidentifier NOT NULL,
        [HolderId] uniqueidentifier NOT NULL,
        [Certification] nvarchar(40) NOT NULL,
        [CertificateNumber] nvarchar(60) NOT NULL,
        [IssuedOn] date NOT NULL,
        [ExpiresOn] date NULL,
        [VerifiedAt] datetime2 NULL,
        [IsSuspended] bit NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_HeldCertifications] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_HeldCertifications_People_HolderId] FOREIGN KEY ([HolderId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE TABLE [RecognitionCases] (
        [Id] uniqueidentifier NOT NULL,
        [Number] nvarchar(12) NOT NULL,
        [HolderId] uniqueidentifier NOT NULL,
        [HolderName] nvarchar(1000) NOT NULL,
        [SearchText] nvarchar(1200) NOT NULL,
        [EquivalenceId] uniqueidentifier NOT NULL,
        [EquivalenceVersionId] uniqueidentifier NOT NULL,
        [EquivalencePeriodId] uniqueidentifier NOT NULL,
        [SourceGovernment] nvarchar(40) NOT NULL,
        [HostGovernment] nvarchar(40) NOT NULL,
        [Status] nvarchar(40) NOT NULL,
        [StartedAt] datetime2 NOT NULL,
        [SubmittedAt] datetime2 NULL,
        [CompleteAt] datetime2 NULL,
        [EndedAt] datetime2 NULL,
        [DecisionBy] nvarchar(200) NULL,
        [NextBy] nvarchar(200) NULL,
        [DueAt] datetime2 NULL,
        [Checks] nvarchar(max) NOT NULL,
        [Requests] nvarchar(max) NOT NULL,
        [Verification] nvarchar(max) NULL,
        [Opinion] nvarchar(max) NULL,
        [Decision] nvarchar(max) NULL,
        [Measures] nvarchar(max) NOT NULL,
        [ReviewBy] nvarchar(200) NULL,
        [Review] nvarchar(max) NULL,
        [Participants] nvarchar(4000) NOT NULL,
        [OpenKey] nvarchar(64) NULL,
        [Mover] nvarchar(20) NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_RecognitionCases] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RecognitionCases_EquivalenceVersions_EquivalenceVersionId] FOREIGN KEY ([EquivalenceVersionId]) REFERENCES [EquivalenceVersions] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RecognitionCases_Equivalences_EquivalenceId] FOREIGN KEY ([EquivalenceId]) REFERENCES [Equivalences] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RecognitionCases_People_HolderId] FOREIGN KEY ([HolderId]) REFERENCES [People] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE TABLE [HeldCertificationFiles] (
        [Id] uniqueidentifier NOT NULL,
        [FileName] nvarchar(300) NOT NULL,
        [Kind] nvarchar(40) NOT NULL,
        [StoredName] nvarchar(100) NOT NULL,
        [Size] bigint NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [StoredAt] datetime2 NOT NULL,
        [HeldCertificationId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_HeldCertificationFiles] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_HeldCertificationFiles_HeldCertifications_HeldCertificationId] FOREIGN KEY ([HeldCertificationId]) REFERENCES [HeldCertifications] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE TABLE [RecognitionCaseCertifications] (
        [Id] uniqueidentifier NOT NULL,
        [HeldId] uniqueidentifier NOT NULL,
        [Certification] nvarchar(40) NOT NULL,
        [Number] nvarchar(60) NOT NULL,
        [IssuedOn] date NOT NULL,
        [ExpiresOn] date NULL,
        [RecognitionCaseId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_RecognitionCaseCertifications] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RecognitionCaseCertifications_HeldCertifications_HeldId] FOREIGN KEY ([HeldId]) REFERENCES [HeldCertifications] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_RecognitionCaseCertifications_RecognitionCases_RecognitionCaseId] FOREIGN KEY ([RecognitionCaseId]) REFERENCES [RecognitionCases] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE TABLE [RecognitionCaseFiles] (
        [Id] uniqueidentifier NOT NULL,
        [FileName] nvarchar(300) NOT NULL,
        [Kind] nvarchar(40) NOT NULL,
        [StoredName] nvarchar(100) NOT NULL,
        [Size] bigint NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [StoredAt] datetime2 NOT NULL,
        [RecognitionCaseId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_RecognitionCaseFiles] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RecognitionCaseFiles_RecognitionCases_RecognitionCaseId] FOREIGN KEY ([RecognitionCaseId]) REFERENCES [RecognitionCases] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE TABLE [RecognitionStatements] (
        [Id] uniqueidentifier NOT NULL,
        [Number] nvarchar(20) NOT NULL,
        [CaseId] uniqueidentifier NOT NULL,
        [HolderId] uniqueidentifier NOT NULL,
        [HolderName] nvarchar(1000) NOT NULL,
        [IsNameShown] bit NOT NULL,
        [EquivalenceId] uniqueidentifier NOT NULL,
        [EquivalenceVersionId] uniqueidentifier NOT NULL,
        [Says] nvarchar(max) NOT NULL,
        [IssuedAt] datetime2 NOT NULL,
        [IsDemonstration] bit NOT NULL,
        [Version] bigint NOT NULL,
        CONSTRAINT [PK_RecognitionStatements] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RecognitionStatements_RecognitionCases_CaseId] FOREIGN KEY ([CaseId]) REFERENCES [RecognitionCases] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE TABLE [RecognitionStatementPdfs] (
        [Id] uniqueidentifier NOT NULL,
        [Language] nvarchar(2) NOT NULL,
        [StoredName] nvarchar(100) NOT NULL,
        [Size] bigint NOT NULL,
        [Sha256] nvarchar(64) NOT NULL,
        [RecognitionStatementId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_RecognitionStatementPdfs] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_RecognitionStatementPdfs_RecognitionStatements_RecognitionStatementId] FOREIGN KEY ([RecognitionStatementId]) REFERENCES [RecognitionStatements] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE INDEX [IX_HeldCertificationFiles_HeldCertificationId] ON [HeldCertificationFiles] ([HeldCertificationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE INDEX [IX_HeldCertificationFiles_StoredName] ON [HeldCertificationFiles] ([StoredName]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE INDEX [IX_HeldCertifications_HolderId_Certification] ON [HeldCertifications] ([HolderId], [Certification]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE INDEX [IX_RecognitionCaseCertifications_HeldId] ON [RecognitionCaseCertifications] ([HeldId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE INDEX [IX_RecognitionCaseCertifications_RecognitionCaseId] ON [RecognitionCaseCertifications] ([RecognitionCaseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE INDEX [IX_RecognitionCaseFiles_RecognitionCaseId] ON [RecognitionCaseFiles] ([RecognitionCaseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE INDEX [IX_RecognitionCaseFiles_StoredName] ON [RecognitionCaseFiles] ([StoredName]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE INDEX [IX_RecognitionCases_EquivalenceId] ON [RecognitionCases] ([EquivalenceId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE INDEX [IX_RecognitionCases_EquivalenceVersionId] ON [RecognitionCases] ([EquivalenceVersionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE INDEX [IX_RecognitionCases_HolderId_StartedAt] ON [RecognitionCases] ([HolderId], [StartedAt]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE INDEX [IX_RecognitionCases_Mover_DueAt_Number_Status] ON [RecognitionCases] ([Mover], [DueAt], [Number], [Status]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE UNIQUE INDEX [IX_RecognitionCases_Number] ON [RecognitionCases] ([Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    EXEC(N'CREATE UNIQUE INDEX [IX_RecognitionCases_OpenKey] ON [RecognitionCases] ([OpenKey]) WHERE [OpenKey] IS NOT NULL');
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE INDEX [IX_RecognitionStatementPdfs_RecognitionStatementId] ON [RecognitionStatementPdfs] ([RecognitionStatementId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE INDEX [IX_RecognitionStatementPdfs_StoredName] ON [RecognitionStatementPdfs] ([StoredName]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE UNIQUE INDEX [IX_RecognitionStatements_CaseId] ON [RecognitionStatements] ([CaseId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE INDEX [IX_RecognitionStatements_EquivalenceVersionId] ON [RecognitionStatements] ([EquivalenceVersionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    CREATE UNIQUE INDEX [IX_RecognitionStatements_Number] ON [RecognitionStatements] ([Number]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127132607_RecognitionCases'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127132607_RecognitionCases', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127163631_EvidenceWithdrawal'
)
BEGIN
    ALTER TABLE [EvidenceItems] ADD [WithdrawalReason] nvarchar(4000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127163631_EvidenceWithdrawal'
)
BEGIN
    ALTER TABLE [EvidenceItems] ADD [Withdrawing] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127163631_EvidenceWithdrawal'
)
BEGIN
    ALTER TABLE [EvidenceItems] ADD [WithdrawnAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127163631_EvidenceWithdrawal'
)
BEGIN
    ALTER TABLE [Equivalences] ADD [ReviewCalls] nvarchar(max) NOT NULL DEFAULT N'[]';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127163631_EvidenceWithdrawal'
)
BEGIN
    ALTER TABLE [CertificationVersions] ADD [WithdrawalReason] nvarchar(4000) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127163631_EvidenceWithdrawal'
)
BEGIN
    ALTER TABLE [CertificationVersions] ADD [Withdrawing] nvarchar(max) NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127163631_EvidenceWithdrawal'
)
BEGIN
    ALTER TABLE [CertificationVersions] ADD [WithdrawnAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127163631_EvidenceWithdrawal'
)
BEGIN
    CREATE TABLE [CertificationVersionSignatures] (
        [Id] uniqueidentifier NOT NULL,
        [Purpose] nvarchar(40) NOT NULL,
        [Government] nvarchar(40) NOT NULL,
        [SignerId] uniqueidentifier NOT NULL,
        [OrganisationId] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        [ContentHash] nvarchar(64) NOT NULL,
        [CertificationVersionId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_CertificationVersionSignatures] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_CertificationVersionSignatures_CertificationVersions_CertificationVersionId] FOREIGN KEY ([CertificationVersionId]) REFERENCES [CertificationVersions] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127163631_EvidenceWithdrawal'
)
BEGIN
    CREATE TABLE [EvidenceItemSignatures] (
        [Id] uniqueidentifier NOT NULL,
        [Purpose] nvarchar(40) NOT NULL,
        [Government] nvarchar(40) NOT NULL,
        [SignerId] uniqueidentifier NOT NULL,
        [OrganisationId] uniqueidentifier NOT NULL,
        [At] datetime2 NOT NULL,
        [ContentHash] nvarchar(64) NOT NULL,
        [EvidenceItemId] uniqueidentifier NOT NULL,
        CONSTRAINT [PK_EvidenceItemSignatures] PRIMARY KEY ([Id]),
        CONSTRAINT [FK_EvidenceItemSignatures_EvidenceItems_EvidenceItemId] FOREIGN KEY ([EvidenceItemId]) REFERENCES [EvidenceItems] ([Id]) ON DELETE CASCADE
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127163631_EvidenceWithdrawal'
)
BEGIN
    CREATE INDEX [IX_CertificationVersionSignatures_CertificationVersionId] ON [CertificationVersionSignatures] ([CertificationVersionId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127163631_EvidenceWithdrawal'
)
BEGIN
    CREATE INDEX [IX_EvidenceItemSignatures_EvidenceItemId] ON [EvidenceItemSignatures] ([EvidenceItemId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127163631_EvidenceWithdrawal'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127163631_EvidenceWithdrawal', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127190049_CoverageRows'
)
BEGIN
    CREATE TABLE [CoverageRows] (
        [CertificationId] uniqueidentifier NOT NULL,
        [FrameworkId] uniqueidentifier NOT NULL,
        [AsOf] date NOT NULL,
        [ComputedAt] datetime2 NOT NULL,
        CONSTRAINT [PK_CoverageRows] PRIMARY KEY ([FrameworkId], [CertificationId]),
        CONSTRAINT [FK_CoverageRows_Certifications_CertificationId] FOREIGN KEY ([CertificationId]) REFERENCES [Certifications] ([Id]) ON DELETE NO ACTION,
        CONSTRAINT [FK_CoverageRows_Frameworks_FrameworkId] FOREIGN KEY ([FrameworkId]) REFERENCES [Frameworks] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127190049_CoverageRows'
)
BEGIN
    CREATE TABLE [TargetCoverages] (
        [CertificationId] uniqueidentifier NOT NULL,
        [FrameworkId] uniqueidentifier NOT NULL,
        [RequirementSetId] uniqueidentifier NOT NULL,
        [Content] float NOT NULL,
        [Assured] float NOT NULL,
        [LowerBound] float NOT NULL,
        CONSTRAINT [PK_TargetCoverages] PRIMARY KEY ([FrameworkId], [CertificationId], [RequirementSetId]),
        CONSTRAINT [FK_TargetCoverages_CoverageRows_FrameworkId_CertificationId] FOREIGN KEY ([FrameworkId], [CertificationId]) REFERENCES [CoverageRows] ([FrameworkId], [CertificationId]) ON DELETE CASCADE,
        CONSTRAINT [FK_TargetCoverages_RequirementSets_RequirementSetId] FOREIGN KEY ([RequirementSetId]) REFERENCES [RequirementSets] ([Id]) ON DELETE NO ACTION
    );
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127190049_CoverageRows'
)
BEGIN
    CREATE INDEX [IX_CoverageRows_CertificationId] ON [CoverageRows] ([CertificationId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127190049_CoverageRows'
)
BEGIN
    CREATE INDEX [IX_TargetCoverages_Content_CertificationId_RequirementSetId] ON [TargetCoverages] ([Content] DESC, [CertificationId], [RequirementSetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127190049_CoverageRows'
)
BEGIN
    CREATE INDEX [IX_TargetCoverages_RequirementSetId] ON [TargetCoverages] ([RequirementSetId]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127190049_CoverageRows'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127190049_CoverageRows', N'10.0.15');
END;

COMMIT;
GO

BEGIN TRANSACTION;
IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127203158_DecisionReviews'
)
BEGIN
    ALTER TABLE [RecognitionCases] ADD [RenewedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127203158_DecisionReviews'
)
BEGIN
    ALTER TABLE [Frameworks] ADD [AppearedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127203158_DecisionReviews'
)
BEGIN
    ALTER TABLE [EquivalenceVersions] ADD [ReviewDueOn] date NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127203158_DecisionReviews'
)
BEGIN
    ALTER TABLE [EquivalenceVersions] ADD [ReviewMissedAt] datetime2 NULL;
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127203158_DecisionReviews'
)
BEGIN
    ALTER TABLE [Equivalences] ADD [Reviews] nvarchar(max) NOT NULL DEFAULT N'[]';
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127203158_DecisionReviews'
)
BEGIN
    CREATE INDEX [IX_EquivalenceVersions_Status_ReviewDueOn] ON [EquivalenceVersions] ([Status], [ReviewDueOn]);
END;

IF NOT EXISTS (
    SELECT * FROM [__EFMigrationsHistory]
    WHERE [MigrationId] = N'20261127203158_DecisionReviews'
)
BEGIN
    INSERT INTO [__EFMigrationsHistory] ([MigrationId], [ProductVersion])
    VALUES (N'20261127203158_DecisionReviews', N'10.0.15');
END;

COMMIT;
GO

