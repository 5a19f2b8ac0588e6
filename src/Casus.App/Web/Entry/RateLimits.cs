using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Casus.App.Access;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.RateLimiting;

namespace Casus.App.Web;

/// <param name="Tries">Of a password from one address in a minute.</param>
/// <param name="OfAddress">Requests at once from one address, where a whole newsroom may sit; as many come anew in <see cref="Seconds"/>.</param>
/// <param name="OfVisitor">Likewise of one user or key.</param>
internal sealed record Pace(int Tries = 10, int OfAddress = 1200, int OfVisitor = 600)
{
    public const int Seconds = 30;
}

/// <summary>How much a visitor of a shared console may ask: by the address they come from, by who they are, and far less where passwords are tried.</summary>
internal static class RateLimits
{
    public static void Set(RateLimiterOptions options, Pace pace)
    {
        options.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        options.GlobalLimiter = PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<HttpContext, string>(http => Bucket(From(http), pace.OfAddress)),
            PartitionedRateLimiter.Create<HttpContext, string>(http => http.Features.Get<Visitor>() is { } visitor ? Bucket((visitor.IsKey ? "key " : "user ") + visitor.Name, pace.OfVisitor) : RateLimitPartition.GetNoLimiter("")),
            PartitionedRateLimiter.Create<HttpContext, string>(http => TriesPassword(http.Request) ? RateLimitPartition.GetFixedWindowLimiter(From(http), _ => new() { PermitLimit = pace.Tries, Window = TimeSpan.FromMinutes(1) }) : RateLimitPartition.GetNoLimiter("")));
        options.OnRejected = (context, _) =>
        {
            int wait = context.Lease.TryGetMetadata(MetadataName.RetryAfter, out TimeSpan told) ? Math.Max(1, (int)Math.Ceiling(told.TotalSeconds)) : 1;
            context.HttpContext.Response.Headers.RetryAfter = wait.ToString(CultureInfo.InvariantCulture);
            return new ValueTask(Failures.Tell(context.HttpContext, StatusCodes.Status429TooManyRequests, $"Too much was asked from here: again in {Plain.Plural(wait, "second")}."));
        };
    }

    private static bool TriesPassword(HttpRequest request) => HttpMethods.IsPost(request.Method) && (request.Path.StartsWithSegments("/login") || request.Path.StartsWithSegments("/you"));

    private static RateLimitPartition<string> Bucket(string who, int most) =>
        RateLimitPartition.GetTokenBucketLimiter(who, _ => new() { TokenLimit = most, TokensPerPeriod = Math.Max(1, most / Pace.Seconds), ReplenishmentPeriod = TimeSpan.FromSeconds(1) });

    /// <summary>Of version 6 the network: who has one address there has all of it.</summary>
    private static string From(HttpContext http)
    {
        IPAddress? address = http.Connection.RemoteIpAddress;
        return address is { AddressFamily: AddressFamily.InterNetworkV6, IsIPv4MappedToIPv6: false } ? new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]).ToString() : Keeper.From(http);
    }
}
