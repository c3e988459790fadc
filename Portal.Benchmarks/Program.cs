using BenchmarkDotNet.Running;
using Portal.Benchmarks;
using Portal.Benchmarks.Load;
using Portal.Benchmarks.Start;

// queue, matrix, signin, connect and start measure the whole program from outside, coverage all pairs of the matrix, rows one of its rows with the save, claims a long file of them;
// anything else goes to BenchmarkDotNet.
return args switch
{
    ["queue", ..] => await QueueRun.RunAsync(Options.Of(args)),
    ["matrix", ..] => await MatrixRun.RunAsync(Options.Of(args)),
    ["connect", ..] => await ConnectRun.RunAsync(Options.Of(args)),
    ["signin", ..] => await SignInRun.RunAsync(Options.Of(args)),
    ["start", ..] => await StartRun.RunAsync(Options.Of(args)),
    ["coverage", ..] => CoverageRun.Run(Options.Of(args)),
    ["rows", ..] => await CoverageRowsRun.RunAsync(Options.Of(args)),
    ["claims", ..] => await ClaimsRun.RunAsync(),
    ["bare", ..] => await BareApp.RunAsync(args),
    _ => BenchmarkSwitcher.FromAssembly(typeof(Options).Assembly).Run(args).Any() ? 0 : 1,
};
