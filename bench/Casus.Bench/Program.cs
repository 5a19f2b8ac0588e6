BenchmarkDotNet.Running.BenchmarkSwitcher.FromAssembly(typeof(Casus.Bench.ParserBenchmark).Assembly).Run(args);
return 0;
