using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;

namespace Casus.App.Web;

/// <summary>What the console proves its name with over https.</summary>
/// <param name="Chain">Certificates between it and an authority, as browsers want them sent along.</param>
internal sealed record ServerCertificate(X509Certificate2 Certificate, X509Certificate2Collection Chain)
{
    public const string PasswordVariable = "CASUS_CERTIFICATE_PASSWORD";

    /// <param name="file">PFX (PKCS 12), or PEM with the certificate first.</param>
    /// <param name="key">PEM of the private key; null: it is in the file.</param>
    /// <exception cref="Trouble">They cannot be used.</exception>
    public static ServerCertificate Load(string file, string? key, DateTimeOffset now)
    {
        foreach (string path in new[] { file, key }.OfType<string>())
        {
            if (!File.Exists(path))
            {
                throw Trouble.Usage($"{path} does not exist: check the path.");
            }
        }

        try
        {
            bool isPem = File.ReadAllText(file).Contains("-----BEGIN CERTIFICATE-----", StringComparison.Ordinal);
            X509Certificate2 certificate = isPem ? FromPem(file, key) : X509CertificateLoader.LoadPkcs12FromFile(file, Environment.GetEnvironmentVariable(PasswordVariable));
            var chain = new X509Certificate2Collection();
            if (isPem)
            {
                chain.ImportFromPemFile(file);
            }

            return !certificate.HasPrivateKey ? throw Trouble.Usage($"{file} has no private key: name its file with --certificate-key.")
                : certificate.NotAfter.ToUniversalTime() <= now ? throw Trouble.Usage($"{file} ended on {certificate.NotAfter:yyyy-MM-dd}: renew it.")
                : new(certificate, chain);
        }
        catch (Exception e) when (e is CryptographicException or IOException or UnauthorizedAccessException)
        {
            throw Trouble.Usage($"{file} cannot be used as a certificate ({e.Message.TrimEnd('.')}): give a PFX file, whose password ${PasswordVariable} holds, or PEM files of certificate and key.");
        }
    }

    public void Use(ListenOptions listen) => listen.UseHttps(https =>
    {
        https.ServerCertificate = Certificate;
        https.ServerCertificateChain = Chain;
        https.SslProtocols = System.Security.Authentication.SslProtocols.Tls12 | System.Security.Authentication.SslProtocols.Tls13;
    });

    /// <summary>By way of PKCS 12: some systems do not serve with a key that was only ever in memory.</summary>
    private static X509Certificate2 FromPem(string file, string? key)
    {
        using X509Certificate2 read = X509Certificate2.CreateFromPemFile(file, key);
        return X509CertificateLoader.LoadPkcs12(read.Export(X509ContentType.Pkcs12), null);
    }
}
