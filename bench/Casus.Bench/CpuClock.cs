using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Casus.Bench;

/// <summary>Processor time of the calling thread, which other work on the machine does not add to; the wall clock where the system tells none.</summary>
internal static class CpuClock
{
    private const int ThreadTime = 3;

    /// <summary>Seconds since some fixed moment.</summary>
    public static double Seconds =>
        OperatingSystem.IsLinux() && ClockGetTime(ThreadTime, out TimeSpec time) == 0
            ? time.Seconds + time.Nanoseconds * 1e-9
            : Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency;

    [DllImport("libc", EntryPoint = "clock_gettime")]
    private static extern int ClockGetTime(int clock, out TimeSpec time);

    private readonly record struct TimeSpec(nint Seconds, nint Nanoseconds);
}
