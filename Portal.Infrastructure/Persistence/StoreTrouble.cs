using System.Data.Common;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Portal.Infrastructure.Persistence;

/// <summary>Tells a store that cannot answer now (R-03 … R-08) from a mistake in our own statement.</summary>
public static class StoreTrouble
{
    // https://www.sqlite.org/rescode.html: busy, locked, read-only, I/O error, corrupt, full, cannot open, not a database
    private static readonly int[] s_sqlite = [5, 6, 8, 10, 11, 13, 14, 26];

    public static bool IsStoreTrouble(this Exception failure)
    {
        for (var e = failure; e is not null; e = e.InnerException)
        {
            if (IsTrouble(e))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A unique index or a key refused the save: another row has the same values.</summary>
    public static bool IsTaken(this DbUpdateException failure) => failure.InnerException switch
    {
        // https://www.sqlite.org/rescode.html: SQLITE_CONSTRAINT_UNIQUE, SQLITE_CONSTRAINT_PRIMARYKEY
        SqliteException { SqliteExtendedErrorCode: 2067 or 1555 } => true,
        SqlException { Number: 2601 or 2627 } => true,
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } => true,
        _ => false,
    };

    private static bool IsTrouble(Exception e) => e switch
    {
        SqliteException sqlite => s_sqlite.Contains(sqlite.SqliteErrorCode),
        DbException database => database.IsTransient || database.InnerException is IOException or TimeoutException or System.Net.Sockets.SocketException,
        RetryLimitExceededException or TimeoutException or UnauthorizedAccessException => true,
        FileNotFoundException or DirectoryNotFoundException or EndOfStreamException => false,
        _ => e is IOException,
    };
}
