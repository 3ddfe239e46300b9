#if ALTINN_APP_8_3_OR_GREATER
using System;
using System.Text;

namespace Altinn.App.Core.Features.Maskinporten;

internal static class Base64Url
{
    internal static byte[] Decode(string text)
    {
        string padded = text.Replace('-', '+').Replace('_', '/');
        return Convert.FromBase64String(padded.PadRight((padded.Length + 3) / 4 * 4, '='));
    }

    internal static string Encode(byte[] bytes) =>
        Convert.ToBase64String(bytes).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    internal static string Encode(string text) => Encode(Encoding.UTF8.GetBytes(text));
}
#endif
