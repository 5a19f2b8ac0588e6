using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Casus.Events;

/// <summary>Has memory send what will be asked for, many places side by side: nothing waits for it until then. Elsewhere than on x86 it does nothing.</summary>
internal static unsafe class Prefetch
{
    public static void Of<T>(ref T at)
        where T : unmanaged
    {
        if (Sse.IsSupported)
        {
            Sse.Prefetch0(Unsafe.AsPointer(ref at));
        }
    }
}
