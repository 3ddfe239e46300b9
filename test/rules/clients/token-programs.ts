/** An expression that is a token, in the program below. */
export interface Held {
  readonly token: string;
  /** What gives all of it: written by hand, not worked out. */
  readonly value: string;
  /** Where a dot could follow the token without parentheses, empty; else what to put it in. */
  readonly loose: boolean;
}

export const held: readonly Held[] = [
  { token: 'inferred', value: 'inferred.Value', loose: false },
  { token: 'typed', value: 'typed.Value', loose: false },
  { token: 'given', value: 'given.Value', loose: false },
  { token: 'copied', value: 'copied.Value', loose: false },
  { token: 'kept', value: 'kept.Value', loose: false },
  { token: 'this.kept', value: 'this.kept.Value', loose: false },
  { token: 'Property', value: 'Property.Value', loose: false },
  { token: 'Current()', value: 'Current().Value', loose: false },
  { token: 'cache["a"]', value: 'cache["a"].Value', loose: false },
  { token: 'task.Result', value: 'task.Result.Value', loose: false },
  { token: 'maybe', value: 'maybe?.Value', loose: false },
  { token: 'MaybeProperty', value: 'MaybeProperty?.Value', loose: false },
  { token: 'maybe.Value', value: 'maybe.Value.Value', loose: false },
  { token: 'holder?.Token', value: 'holder?.Token.Value', loose: false },
  { token: 'holder?.Maybe', value: 'holder?.Maybe?.Value', loose: false },
  { token: 'holder!.Token', value: 'holder!.Token.Value', loose: false },
  { token: 'await task', value: '(await task).Value', loose: true },
  { token: 'await Fetch()', value: '(await Fetch()).Value', loose: true },
  { token: 'await client.GetAccessToken(["a"])', value: '(await client.GetAccessToken(["a"])).Value', loose: true },
  {
    token: 'await client.GetAltinnExchangedToken(["a"]).ConfigureAwait(false)',
    value: '(await client.GetAltinnExchangedToken(["a"]).ConfigureAwait(false)).Value',
    loose: true,
  },
  { token: 'maybe ?? typed', value: '(maybe ?? typed).Value', loose: true },
  { token: '(flag ? typed : given)', value: '(flag ? typed : given).Value', loose: false },
];

/**
 * Text made of a token: as it is and, if that masks the token, as it should be. What masks is what .NET does: the program
 * with all of these was compiled against Altinn.App.Core 8.12.8 and run, before and after.
 */
export interface Making {
  readonly name: string;
  readonly masks: boolean;
  readonly before: (held: Held) => string;
  readonly after: (held: Held) => string;
}

function masking(name: string, text: (token: string) => string): Making {
  return { name, masks: true, before: ({ token }) => text(token), after: ({ value }) => text(value) };
}

function whole(name: string, text: (held: Held) => string): Making {
  return { name, masks: false, before: text, after: text };
}

const tight = ({ token, loose }: Held) => (loose ? `(${token})` : token);

export const makings: readonly Making[] = [
  masking('a hole', (token) => `$"Bearer {${token}}"`),
  masking('a hole beside another', (token) => `$"{1} {${token}} {flag}"`),
  masking('a hole with an alignment', (token) => `$"{${token},12}"`),
  masking('a hole with a format', (token) => `$"{${token}:x}"`),
  masking('a hole with a comment', (token) => `$"{/* token */ ${token} /* token */}"`),
  masking('a hole of a verbatim string', (token) => `$@"Bearer\\{${token}}"`),
  masking('a hole of a raw string', (token) => `$$"""Bearer {{${token}}}"""`),
  masking('Format', (token) => `string.Format("Bearer {0}", ${token})`),
  masking('Format with a culture', (token) => `string.Format(CultureInfo.InvariantCulture, "{0} {1}", 1, ${token})`),
  masking('AppendFormat', (token) => `new StringBuilder().AppendFormat("{0}", ${token}).ToString()`),
  masking('an own method', (token) => `TextOf("token", ${token})`),
  masking('Concat with a number', (token) => `string.Concat(1, ${token})`),
  masking('Join with a number', (token) => `string.Join(" ", 1, ${token})`),
  {
    name: 'ToString',
    masks: true,
    before: (one) => `${tight(one)}.ToString()`,
    after: ({ value }) => value,
  },
  whole('a value', ({ value }) => value),
  whole('a hole with the value', ({ value }) => `$"Bearer {${value}}"`),
  whole('a sum', (one) => `"Bearer " + ${tight(one)}`),
  whole('a sum in a hole', (one) => `$"{"Bearer " + ${tight(one)}}"`),
  whole('Concat', ({ token }) => `string.Concat("Bearer ", ${token})`),
  whole('Join', ({ token }) => `string.Join(" ", "Bearer", ${token})`),
  whole('Convert', ({ token }) => `Convert.ToString(${token})`),
  whole('Append', ({ token }) => `new StringBuilder().Append(${token}).ToString()`),
  whole('an own method that takes a string', ({ token }) => `Same(${token})`),
  whole('a header', ({ token }) => `new AuthenticationHeaderValue("Bearer", ${token}).ToString()`),
];

/** Where masked text belongs; no text is made that the program returns. */
export const shown: readonly ((held: Held) => string)[] = [
  ({ token }) => `logger.LogInformation($"Got {${token}}")`,
  ({ token }) => `logger.LogInformation("Got {Token}", ${token})`,
  (one) => `logger.LogDebug("Got {Token}", ${tight(one)}.ToString())`,
  ({ token }) => `Console.WriteLine("Got {0}", ${token})`,
  ({ token }) => `_ = new InvalidOperationException($"Refused {${token}}")`,
];

/** A class that returns the texts of these statements, which add to `texts`. */
export function programOf(statements: readonly string[]): string {
  return `using System;
using System.Collections.Generic;
using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Threading.Tasks;
using Altinn.App.Core.Features.Maskinporten;
using Altinn.App.Core.Models;
using Microsoft.Extensions.Logging;

namespace Kystd.App.Clients;

public class TextMaker(IMaskinportenClient client, ILogger logger, JwtToken kept)
{
    private readonly JwtToken kept = kept;
    private readonly Dictionary<string, JwtToken> cache = new() { ["a"] = kept };

    private JwtToken Property => kept;

    private JwtToken? MaybeProperty => kept;

    private JwtToken Current() => kept;

    private Task<JwtToken> Fetch() => client.GetAccessToken(["a"]);

    private static string Same(string text) => text;

    private static string TextOf(string name, object? value) => name + " " + value;

    public async Task<List<string?>> Texts(JwtToken given, bool flag)
    {
        var inferred = await client.GetAccessToken(["a"]);
        JwtToken typed = await client.GetAltinnExchangedToken(["a"]);
        JwtToken? maybe = typed;
        var copied = inferred;
        var task = client.GetAccessToken(["a"]);
        Holder? holder = new(kept, kept);
        List<string?> texts = [];
${statements.map((statement) => `        ${statement}`).join('\n')}
        return texts;
    }

    private record Holder(JwtToken Token, JwtToken? Maybe);
}
`;
}
