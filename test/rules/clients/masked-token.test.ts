import { describe, expect, test } from 'vitest';
import { appWith, auditedApp, found, libraryOf, projectOf, referencing } from '../audited.ts';
import { clientThat, registerClient, unmasked } from './masked.ts';

const review = `${registerClient}:14 warning any review, full-token`;

/** What the statement at line 14 becomes, given what else the class has. */
async function becomes(statement: string, members = '') {
  const { found, after } = await unmasked(clientThat(statement, members));
  const whole = clientThat('@', members).split('@');
  if (!after.startsWith(whole[0] ?? '') || !after.endsWith(whole[1] ?? '')) throw new Error(`more changed: ${after}`);
  return { found, statement: after.slice((whole[0] ?? '').length, after.length - (whole[1] ?? '').length) };
}

describe('a token in an interpolated string becomes its value', () => {
  test.each([
    ['a hole', 'var s = $"Bearer {token}";', 'var s = $"Bearer {token.Value}";'],
    ['a header', 'request.Headers.Add("A", $"Bearer {token}");', 'request.Headers.Add("A", $"Bearer {token.Value}");'],
    ['alone', 'var s = $"{token}";', 'var s = $"{token.Value}";'],
    ['with spaces', 'var s = $"{ token }";', 'var s = $"{ token.Value }";'],
    ['with an alignment', 'var s = $"{token,10}";', 'var s = $"{token.Value,10}";'],
    ['with a format', 'var s = $"{token:x}";', 'var s = $"{token.Value:x}";'],
    ['with both', 'var s = $"{token,-3:x}";', 'var s = $"{token.Value,-3:x}";'],
    ['verbatim', 'var s = $@"a\\{token}";', 'var s = $@"a\\{token.Value}";'],
    ['raw', 'var s = $$"""a {{token}}""";', 'var s = $$"""a {{token.Value}}""";'],
    ['inside another', 'var s = $"a {$"b {token}"}";', 'var s = $"a {$"b {token.Value}"}";'],
    ['of a culture', 'var s = string.Create(c, $"{token}");', 'var s = string.Create(c, $"{token.Value}");'],
    ['in parentheses', 'var s = $"{(token)}";', 'var s = $"{(token).Value}";'],
    ['one of two', 'var s = $"{(a ? token : other)}";', 'var s = $"{(a ? token : other).Value}";'],
    ['awaited there', 'var s = $"{await Get()}";', 'var s = $"{(await Get()).Value}";'],
    ['with a comment', 'var s = $"{token /* full */}";', 'var s = $"{token.Value /* full */}";'],
    ['as one of two types it is text', 'var s = $"{(a ? token : "none")}";', null],
  ])('%s', async (_, statement, expected) => {
    const members =
      '    private JwtToken other;\n    private Task<JwtToken> Get() => maskinporten.GetAccessToken(["a"]);\n';
    expect(await becomes(statement, members)).toEqual({
      found: expected === null ? [] : [review],
      statement: expected ?? statement,
    });
  });

  test('each of two by itself', async () => {
    expect(await becomes('var s = $"{token} {token}";')).toEqual({
      found: [review, review],
      statement: 'var s = $"{token.Value} {token.Value}";',
    });
  });

  test('over several lines, with their line ends', async () => {
    const text = clientThat('var s = $"Bearer {\n            token\n        }";').replaceAll('\n', '\r\n');
    expect((await unmasked(text)).after).toBe(text.replace('    token\r\n', '    token.Value\r\n'));
  });
});

describe('a variable whose type stands before its name', () => {
  test.each([
    ['out', 'if (held.TryGetValue(k, out JwtToken t)) { var s = $"{t}"; }', '$"{t.Value}"'],
    ['foreach', 'foreach (JwtToken t in all) { var s = $"{t}"; }', '$"{t.Value}"'],
    ['is', 'if (o is JwtToken t) { var s = $"{t}"; }', '$"{t.Value}"'],
    ['is with a pattern', 'if (o is JwtToken { } t) { var s = $"{t}"; }', '$"{t.Value}"'],
    ['case', 'switch (o) { case JwtToken t: Use($"{t}"); break; }', '$"{t.Value}"'],
    ['a switch expression', 'var s = o switch { JwtToken t => $"{t}", _ => "" };', '$"{t.Value}"'],
    ['a tuple', '(JwtToken t, int n) = await Both(); var s = $"{t}";', '$"{t.Value}"'],
    ['ToString', 'foreach (JwtToken t in all) { var s = t.ToString(); }', 't.Value;'],
    ['Format', 'foreach (JwtToken t in all) { var s = string.Format("{0}", t); }', 't.Value)'],
  ])('%s', async (_, statement, part) => {
    const { found, statement: after } = await becomes(statement);
    expect(found).toEqual([review]);
    expect(after).toContain(part);
  });

  test.each([
    'foreach (var t in all) { var s = $"{t}"; }',
    'foreach (string t in all) { var s = $"{t}"; }',
    'foreach (JwtToken? t in all) { var s = $"{t}"; }',
    'foreach (JwtToken t in all) { logger.LogInformation($"{t}"); }',
    '{ if (o is JwtToken t) { } if (o is string t) { var s = $"{t}"; } }',
  ])('not %s', async (statement) => {
    expect((await becomes(statement)).found).toEqual([]);
  });
});

describe('other ways to make text of it', () => {
  test.each([
    ['ToString', 'var s = token.ToString();', 'var s = token.Value;'],
    ['ToString in a sum', 'var s = "Bearer " + token.ToString();', 'var s = "Bearer " + token.Value;'],
    ['ToString on its own line', 'var s = token\n            .ToString();', 'var s = token\n            .Value;'],
    ['ToString of a call', 'var s = (await Get()).ToString();', 'var s = (await Get()).Value;'],
    ['Format', 'var s = string.Format("Bearer {0}", token);', 'var s = string.Format("Bearer {0}", token.Value);'],
    ['Format of a culture', 'var s = String.Format(c, "{0}", token);', 'var s = String.Format(c, "{0}", token.Value);'],
    ['AppendFormat', 'text.AppendFormat("{0}", token);', 'text.AppendFormat("{0}", token.Value);'],
    ['Concat with a number', 'var s = string.Concat("a", 1, token);', 'var s = string.Concat("a", 1, token.Value);'],
    ['Join with an object', 'var s = string.Join(" ", id, token);', 'var s = string.Join(" ", id, token.Value);'],
    [
      'Format by its full name',
      'var s = System.String.Format("{0}", token);',
      'var s = System.String.Format("{0}", token.Value);',
    ],
    ['Concat with a boolean', 'var s = string.Concat(true, token);', 'var s = string.Concat(true, token.Value);'],
    ['Concat with a letter', "var s = string.Concat('a', token);", "var s = string.Concat('a', token.Value);"],
    ['Concat with a broken number', 'var s = string.Concat(1.5, token);', 'var s = string.Concat(1.5, token.Value);'],
    ['Join with a number', 'var s = string.Join(" ", token, 1);', 'var s = string.Join(" ", token.Value, 1);'],
    [
      'Concat with one that may be none',
      'var s = string.Concat(maybe, token);',
      'var s = string.Concat(maybe, token.Value);',
    ],
    ['ToString, with a comment in front', 'var s = token /* a */ .ToString();', 'var s = token /* a */ .Value;'],
    ['ToString, with a comment behind', 'var s = token.ToString() /* a */;', 'var s = token.Value /* a */;'],
    ['a cast', 'var s = $"{(JwtToken)o}";', 'var s = $"{((JwtToken)o).Value}";'],
    ['one that is there for sure', 'var s = $"{token!}";', 'var s = $"{token!.Value}";'],
    ['an element', 'var s = $"{all[0]}";', 'var s = $"{all[0].Value}";'],
    ['an object of it', 'object o = token; var s = $"{o}";', 'object o = token.Value; var s = $"{o}";'],
    ['an object of it, added', 'object o = token; var s = "a" + o;', 'object o = token.Value; var s = "a" + o;'],
  ])('%s', async (_, statement, expected) => {
    const members =
      '    private Guid id;\n    private int? maybe;\n    private JwtToken[] all;\n    private Task<JwtToken> Get() => maskinporten.GetAccessToken(["a"]);\n';
    expect(await becomes(statement, members)).toEqual({ found: [review], statement: expected });
  });

  test('not where a comment would be lost', async () => {
    expect(await becomes('var s = token.ToString(/* full */);')).toEqual({
      found: [`${registerClient}:14 warning any manual, refused (comment-in-the-way)`],
      statement: 'var s = token.ToString(/* full */);',
    });
  });
});

describe('a token that may be null', () => {
  test.each([
    ['in a string', 'var s = $"{maybe}";', 'var s = $"{maybe?.Value}";'],
    ['in a string with a format', 'var s = $"{maybe,5:x}";', 'var s = $"{maybe?.Value,5:x}";'],
    ['ToString', 'var s = maybe.ToString();', 'var s = maybe?.Value;'],
    ['ToString behind a mark', 'var s = maybe?.ToString();', 'var s = maybe?.Value;'],
    ['ToString behind a mark in a sum', 'var s = "a" + maybe?.ToString();', 'var s = "a" + maybe?.Value;'],
    ['ToString on its own line', 'var s = maybe\n            .ToString();', 'var s = maybe\n            ?.Value;'],
    ['its value', 'var s = $"{maybe.Value}";', 'var s = $"{maybe.Value.Value}";'],
    ['its value as text', 'var s = maybe.Value.ToString();', 'var s = maybe.Value.Value;'],
    ['with another for null', 'var s = $"{maybe ?? token}";', 'var s = $"{(maybe ?? token).Value}";'],
    ['of a holder that may be null', 'var s = $"{holder?.Token}";', 'var s = $"{holder?.Token.Value}";'],
    ['both may', 'var s = $"{holder?.Maybe}";', 'var s = $"{holder?.Maybe?.Value}";'],
    [
      'kept first',
      'var kept = holder?.Token; var s = $"{kept}";',
      'var kept = holder?.Token; var s = $"{kept?.Value}";',
    ],
    ['of a client that may be null', 'var s = $"{await holder?.Get()}";', 'var s = $"{(await holder?.Get()).Value}";'],
    ['its text', 'var s = $"{maybe?.Value}";', null],
    ['its text, behind another mark', 'var s = $"{holder?.Maybe?.Value}";', null],
  ])('%s', async (_, statement, expected) => {
    const members =
      '    private JwtToken? maybe;\n    private Holder? holder;\n    private class Holder { public JwtToken Token; public JwtToken? Maybe; public Task<JwtToken> Get() => x; }\n';
    expect(await becomes(statement, members)).toEqual({
      found: expected === null ? [] : [review],
      statement: expected ?? statement,
    });
  });
});

describe('however the token is held', () => {
  const get = 'private async Task<JwtToken> Get() => await maskinporten.GetAccessToken(["a"]);';
  test.each([
    ['var', 'var t = await maskinporten.GetAccessToken(["a"]); var s = $"{t}";', ''],
    ['exchanged', 'var t = await maskinporten.GetAltinnExchangedToken(["a"]); var s = $"{t}";', ''],
    [
      'without its context',
      'var t = await maskinporten.GetAccessToken(["a"]).ConfigureAwait(false); var s = $"{t}";',
      '',
    ],
    ['a task', 'var task = maskinporten.GetAccessToken(["a"]); var t = await task; var s = $"{t}";', ''],
    ['waited for', 'var t = maskinporten.GetAccessToken(["a"]).Result; var s = $"{t}";', ''],
    ['declared first', 'JwtToken t; t = await Get(); var s = $"{t}";', get],
    ['a field', 'var s = $"{t}";', 'private JwtToken t;'],
    ['a field of this', 'var s = $"{this.t}";', 'private JwtToken t;'],
    ['a property', 'var s = $"{T}";', 'private JwtToken T { get; set; }'],
    ['a method of the app', 'var t = await Get(); var s = $"{t}";', get],
    ['a method that waits', 'var t = Get(); var s = $"{t}";', 'private JwtToken Get() => default;'],
    ['a value task', 'var t = await Get(); var s = $"{t}";', 'private ValueTask<JwtToken> Get() => default;'],
    ['a local function', 'var t = await Own(); var s = $"{t}"; Task<JwtToken> Own() => Get();', get],
    ['parsed', 'var t = JwtToken.Parse(raw); var s = $"{t}";', ''],
    ['by its full name', 'Altinn.App.Core.Models.JwtToken t = await Get(); var s = $"{t}";', get],
    ['in a cache', 'var s = $"{cache["a"]}";', 'private Dictionary<string, JwtToken> cache = new();'],
    ['copied', 'var t = token; var u = t; var s = $"{u}";', ''],
  ])('%s', async (_, statement, members) => {
    const { found, statement: after } = await becomes(statement, members === '' ? '' : `    ${members}\n`);
    expect(found).toEqual([review]);
    expect(after).toBe(statement.replace(/\}"; *(?=$|Task)/, (end) => `.Value${end}`));
  });

  test.each([
    ['a parameter', 'private static string Header(JwtToken given) => $"Bearer {given}";'],
    ['a parameter that may be null', 'private static string Header(JwtToken? given) => $"Bearer {given}";'],
    [
      'a parameter of a lambda',
      'private static readonly Func<JwtToken, string> Header = (JwtToken given) => $"Bearer {given}";',
    ],
  ])('%s', async (_, member) => {
    const { found, after } = await unmasked(clientThat('', `    ${member}\n`));
    expect(found).toEqual([`${registerClient}:16 warning any review, full-token`]);
    const value = member.includes('JwtToken?') ? 'given?.Value' : 'given.Value';
    expect(after).toContain(member.replace('{given}', `{${value}}`));
  });

  test.each([
    ['a property', 'public class Holder { public JwtToken Held { get; set; } }'],
    ['a property that may be null', 'public class Holder { public JwtToken? Held { get; set; } }'],
    ['a field', 'public class Holder { public JwtToken Held; }'],
    ['one of two fields', 'public class Holder { public JwtToken Other, Held; }'],
    ['a record', 'public record Holder(string Name, JwtToken Held);'],
    ['an interface', 'public interface Holder { JwtToken Held { get; } }'],
  ])('by %s of the app, in a file that names no token', async (_, holder) => {
    const using =
      'namespace Kystd.App;\npublic class Sender(Holder holder)\n{\n    public string Header() => $"Bearer {holder.Held}";\n}\n';
    const { found, after } = await unmasked(using, {
      more: {
        'App/Holder.cs': `using Altinn.App.Core.Models;\nnamespace Kystd.App;\n${holder}\n`,
        'App/Other.cs': 'class Other(IMaskinportenClient client) { }\n',
      },
    });
    expect(found).toEqual([`${registerClient}:4 warning any review, full-token`]);
    expect(after).toMatch(/\{holder\.Held\??\.Value\}/);
  });

  test('by a service of the app, in a file that names no token', async () => {
    const service =
      'using Altinn.App.Core.Models;\nnamespace Kystd.App;\npublic interface ITokens { Task<JwtToken> ForRegister(); }\n';
    const using =
      'namespace Kystd.App;\npublic class Sender(ITokens tokens)\n{\n    public async Task<string> Header() => $"Bearer {await tokens.ForRegister()}";\n}\n';
    const { found, after } = await unmasked(using, {
      more: { 'App/Tokens.cs': service, 'App/Other.cs': 'class Other(IMaskinportenClient client) { }\n' },
    });
    expect(found).toEqual([`${registerClient}:4 warning any review, full-token`]);
    expect(after).toBe(using.replace('await tokens.ForRegister()', '(await tokens.ForRegister()).Value'));
  });
});

describe('where the token is whole, nothing is said', () => {
  test.each([
    ['a string of it', 'string s = token;'],
    ['its value', 'var s = token.Value;'],
    ['its value in a string', 'var s = $"Bearer {token.Value}";'],
    ['unmasked', 'var s = token.ToStringUnmasked();'],
    ['added to a text', 'var s = "Bearer " + token;'],
    ['added to a text in a string', 'var s = $"{"Bearer " + token}";'],
    ['a header of its own type', 'request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);'],
    ['a header', 'request.Headers.Add("Authorization", token);'],
    ['a cast in a string', 'var s = $"{(string)token}";'],
    ['Concat of texts', 'var s = string.Concat("Bearer ", token);'],
    ['Join of texts', 'var s = string.Join(" ", "Bearer", token);'],
    // .NET takes their overloads for strings.
    ['Convert.ToString', 'var s = Convert.ToString(token);'],
    ['Append', 'text.Append("Bearer ").Append(token);'],
    ['AppendLine', 'text.AppendLine(token);'],
    ['Concat of texts that are not written', 'var s = string.Concat(name, token);'],
    ['Join of texts by a letter', 'var s = string.Join(\',\', "a", token);'],
    ['Join at a number', 'var s = string.Join(1, token, "a");'],
    ['Format by the token itself', 'var s = string.Format(token);'],
    ['Format of something else', 'var s = formatter.Format("{0}", token);'],
    ['Format of a longer name', 'var s = MyString.Format("{0}", token);'],
    ['Format of strings', 'var s = Strings.Format("{0}", token);'],
    ['something else of string', 'var s = string.Copy("a", 1, token);'],
    ['Concat of something else', 'var s = list.Concat(1, token);'],
    ['Format without a receiver', 'Format("{0}", token);'],
    ['ToString without a receiver', 'ToString();'],
    ['ToString of its value', 'var s = token.Value.ToString();'],
    ['a text of it', 'string t = token; var s = $"Bearer {t}";'],
    ['a string method', 'Use(token); void Use(string s) { }'],
    ['something else that the client gives', 'var t = await maskinporten.GetOther(["a"]); var s = $"{t}";'],
    ['a token of something else', 'var t = await http.GetAccessToken(["a"]); var s = $"{t}";'],
    ['what is parsed of something else', 'var t = Guid.Parse(raw); var s = $"{t}";'],
    ['what a token parses', 'var t = token.Parse(raw); var s = $"{t}";'],
    ['what may be parsed', 'var t = JwtToken.TryParse(raw); var s = $"{t}";'],
    ['a task of a token', 'var t = maskinporten.GetAccessToken(["a"]); var s = $"{t}";'],
    ['a text in a hole', 'var s = $"{"token"}";'],
    ['a local of another type', 'string t = await Get(); var s = $"{t}";'],
    ['a list of tokens', 'var all = new List<JwtToken>(); var s = $"{all}";'],
    ['the text of something else', 'var s = $"{http.BaseAddress}" + request.ToString();'],
  ])('%s', async (_, statement) => {
    expect(await becomes(statement)).toEqual({ found: [], statement });
  });
});

describe('where it should be masked, nothing is said', () => {
  test.each([
    ['a log', 'logger.LogInformation($"Got {token}");'],
    ['an argument of a log', 'logger.LogInformation("Got {Token}", token);'],
    ['text for a log', 'logger.LogDebug("Got {Token}", token.ToString());'],
    ['a log that may be null', 'logger?.LogWarning($"Got {token}");'],
    ['a log put together', 'logger.LogError("Got " + $"{token}" + ".");'],
    ['a formatted log', 'logger.LogError(string.Format("Got {0}", token));'],
    ['a log of an object', 'logger.LogError("{@Got}", new { Token = $"{token}" });'],
    ['a scope of a log', 'using var scope = logger.BeginScope($"{token}");'],
    ['another log', 'Log.Information($"Got {token}");'],
    ['the console', 'Console.WriteLine($"Got {token}");'],
    ['debugging', 'Debug.WriteLine(token.ToString());'],
    ['a trace', 'activity?.SetTag("token", token.ToString());'],
    ['an exception', 'throw new InvalidOperationException($"Refused {token}");'],
    ['an exception later', 'var e = new InvalidOperationException($"Refused {token}"); throw e;'],
    ['a log with its own name', 'LogToken($"{token}");'],
    ['an own logger', '_auditLogger.Write($"{token}");'],
    ['a log in a member', 'this.Log.Write($"{token}");'],
    ['a log of an own name', 'auditLog.Write($"{token}");'],
    ['a short log', '_log.Write($"{token}");'],
    ['a log of media', 'mediaLog.Write($"{token}");'],
    ['the log of a dialogue', 'dialogLogger.Write($"{token}");'],
    ['a log of a kind', 'sys_log.Write($"{token}");'],
    ['the console’s own writer', 'Console.Out.WriteLine($"{token}");'],
    ['the console’s errors', 'System.Console.Error.WriteLine($"{token}");'],
    ['tracing', 'Trace.TraceInformation($"{token}");'],
    ['a tag', 'activity.AddTag("t", $"{token}");'],
    ['baggage', 'activity.AddBaggage("t", $"{token}");'],
    ['telemetry', 'telemetry.TrackTrace($"{token}");'],
    ['telemetry of an event', 'telemetry.TrackEvent(token.ToString());'],
    ['a log of a shortened text', 'logger.LogDebug($"{token}".Trim().Substring(0, 5).Replace("a", "b"));'],
    ['a log of a wider text', 'logger.LogDebug($"{token}".PadLeft(9).PadRight(9));'],
    ['a log in small letters', 'logger.LogDebug($"{token}".ToLowerInvariant() + $"{token}".ToUpper());'],
    [
      'a log put together of many',
      'logger.LogDebug(string.Concat("a", $"{token}") + string.Join(" ", $"{token}", "b"));',
    ],
    ['a log of a culture', 'logger.LogDebug(FormattableString.Invariant($"{token}") + string.Create(c, $"{token}"));'],
    ['a log of one of two', 'logger.LogDebug(a ? $"{token}" : "none");'],
    ['a log of the text’s length', 'logger.LogDebug("{N}", ($"{token}"!).Length);'],
    ['a log of an object of text', 'logger.LogDebug("{O}", (object)$"{token}");'],
    ['an exception of its own kind', 'throw new Own.RefusedException("a", $"{token}");'],
    ['an object that is only logged', 'object o = token; logger.LogInformation("{O}", o);'],
    ['an object that nobody uses', 'object o = token;'],
    ['an object of which nobody knows', 'object o = token; kept = o;'],
    ['a text that is only logged', 'var s = $"{token}"; logger.LogInformation(s); logger.LogDebug("{S}", s);'],
    ['a message put together', 'var s = token.ToString(); throw new InvalidOperationException("Refused " + s);'],
  ])('%s', async (_, statement) => {
    expect(await becomes(statement)).toEqual({ found: [], statement });
  });

  test.each([
    ['a log of what a request answers', 'logger.LogInformation(await Post($"Bearer {token}"));'],
    ['a text that is logged and sent', 'var s = $"{token}"; logger.LogInformation(s); request.Headers.Add("A", s);'],
    ['a log-in', 'LogIn($"{token}");'],
    ['a log-on', 'service.LogOn($"{token}");'],
    ['a log-out', 'service.LogOut($"{token}");'],
    ['a log-off', 'service.LogOff($"{token}");'],
    ['a log-in in one word', 'service.Login($"{token}");'],
    ['a catalogue', 'catalog.Register($"{token}");'],
    ['a dialogue', 'dialog.Send($"{token}");'],
    ['a dialogue’s own', '_dialog.Send($"{token}");'],
    ['a dialogue of a service', 'serviceDialog.Send($"{token}");'],
    ['a dialogue of a type', 'this.Dialog.Send($"{token}");'],
    ['a client of logs', 'loggers.Send($"{token}");'],
    ['a tagged one', 'service.AddTags($"{token}");'],
    ['one of a name behind it', 'service.TrackTraceAsync($"{token}");'],
    ['what a log does not get', 'logger.LogInformation(service.Reformat($"{token}"));'],
    ['what a log makes', 'logger.Wrap(service).Send($"{token}");'],
    ['the report of an exception', 'var r = new ExceptionReport($"{token}");'],
    ['a body', 'request.Content = new StringContent($"{token}");'],
    ['a text that nobody uses', 'var s = $"{token}";'],
    ['a text of a loop', 'for (var s = $"{token}"; a; a = b) { logger.LogDebug(s); }'],
    ['a text that a log and another text get', 'var s = $"{token}"; var t = s; logger.LogDebug(s); Send(t);'],
  ])('but %s is', async (_, statement) => {
    expect((await becomes(statement)).found).toEqual([review]);
  });

  test.each([
    [
      'the message of an exception is not',
      'class RefusedException : Exception { public RefusedException(JwtToken t) : base($"Refused {t}") { } }',
      0,
    ],
    ['what another base gets is', 'class Asked : Request { public Asked(JwtToken t) : base($"Bearer {t}") { } }', 1],
    ['what another constructor gets is', 'class Asked { public Asked(JwtToken t) : this($"Bearer {t}") { } }', 1],
  ])('%s', async (_, member, count) => {
    expect((await unmasked(clientThat('', `    ${member}\n`))).found).toHaveLength(count);
  });

  test('the text of a field is, and of a method by another name', async () => {
    const { found } = await unmasked(
      clientThat(
        '',
        '    private static JwtToken t;\n    private string s = $"Bearer {t}";\n    private string ToStrings() => $"Bearer {t}";\n    private string Header() { return $"Bearer {t}"; }\n',
      ),
    );
    expect(found).toEqual([17, 18, 19].map((line) => `${registerClient}:${line} warning any review, full-token`));
  });

  test('texts that are made of each other, many times over, come to an end', async () => {
    const lines = Array.from({ length: 40 }, (_, n) => `var s${n + 1} = $"${`{s${n}}`.repeat(20)}";`);
    const statement = `var s0 = $"{token}"; ${lines.join(' ')} logger.LogInformation(s40);`;
    expect((await becomes(statement)).found).toEqual([]);
  });

  test.each(['=> $"Client {t}";', '{ return $"Client {t}"; }'])('nor is a text for people: %s', async (body) => {
    const { found } = await unmasked(
      clientThat('', `    private JwtToken t;\n    public override string ToString() ${body}\n`),
    );
    expect(found).toEqual([]);
  });
});

describe('an own method that takes an object', () => {
  const passing = (method: string) => becomes('Own("a", token);', `    ${method}\n`);
  const changed = { found: [review], statement: 'Own("a", token.Value);' };
  const silent = { found: [], statement: 'Own("a", token);' };
  const byHand = {
    found: [`${registerClient}:14 warning any manual, use-unknown`],
    statement: 'Own("a", token);',
  };

  test.each([
    ['and puts it into a string', 'void Own(string n, object v) => Set(n, $"{v}");', changed],
    ['and adds it to a text', 'void Own(string n, object v) { Set(n, "Bearer " + v); }', changed],
    ['and calls its ToString', 'void Own(string n, object? v) => Set(n, v?.ToString());', changed],
    ['and formats it', 'static void Own(string n, object v) { Set(n, string.Format("{0}", v)); }', changed],
    ['in a local function', 'void Other() { } void Own(string n, object v) => Set(n, v.ToString());', changed],
    ['and logs it', 'void Own(string n, object v) => logger.LogInformation("{N} {V}", n, v);', silent],
    ['and logs text of it', 'void Own(string n, object v) { if (v != null) logger.LogInformation($"{v}"); }', silent],
    ['and forgets it', 'void Own(string n, object v) { }', silent],
    ['and a string', 'void Own(string n, string v) => Set(n, v);', silent],
    [
      'or rather a string',
      'void Own(string n, object v) => Set(n, $"{v}"); void Own(string n, string v) => Set(n, v);',
      silent,
    ],
    ['of the outermost kind', 'void Own(string n, System.Object v) => Set(n, $"{v}");', changed],
    ['of the short kind', 'void Own(string n, Object? v) => Set(n, $"{v}");', changed],
    ['and joins it', 'void Own(string n, object v) => Set(n, string.Join(" ", n, v));', changed],
    ['and puts it together', 'void Own(string n, object v) => Set(n, string.Concat(n, v));', changed],
    ['and appends it', 'void Own(string n, object v) { text.Append(v); }', changed],
    ['and inserts it', 'void Own(string n, object v) { text.Insert(0, v); }', changed],
    ['and appends it by a format', 'void Own(string n, object v) { text.AppendFormat("{0}", v); }', changed],
    ['and converts it', 'void Own(string n, object v) => Set(n, Convert.ToString(v));', changed],
    ['and adds it in front of a text', 'void Own(string n, object v) => Set(n, v + "x");', changed],
    [
      'and logs it, and sends it',
      'void Own(string n, object v) { logger.LogDebug("{V}", v); Set(n, $"{v}"); }',
      changed,
    ],
    ['and keeps it, and sends it', 'void Own(string n, object v) { kept = v; Set(n, $"{v}"); }', changed],
    ['and throws it', 'void Own(string n, object v) => throw new RefusedException(v);', silent],
    ['and throws a text of it', 'void Own(string n, object v) => throw new RefusedException($"{v}");', silent],
    ['and asks whether it is there', 'void Own(string n, object? v) { if (v is null) { Stop(); } }', silent],
    ['and asks so otherwise', 'void Own(string n, object? v) { if (v  is  not\n null) { Stop(); } }', silent],
    ['and asks so with signs', 'void Own(string n, object? v) { if (v == null || null != v) { Stop(); } }', silent],
    ['and logs what it says', 'void Own(string n, object v) => logger.LogDebug(v.ToString());', silent],
    ['of another kind', 'void Own(string n, MyObject v) => Set(n, $"{v}");', silent],
    ['of many', 'void Own(string n, ObjectList v) => Set(n, $"{v}");', silent],
    ['and asks what it is', 'void Own(string n, object v) { if (v is string s) { Set(n, s); } }', byHand],
    ['and asks whether it is another', 'void Own(string n, object v) { if (v is not nullable) { Stop(); } }', byHand],
    ['and asks for its type', 'void Own(string n, object v) { Set(n, v.GetType()); }', byHand],
    ['and takes another for null', 'void Own(string n, object v) { Set(n, v ?? n); }', byHand],
    ['and keeps it in another', 'void Own(string n, object v) { kept = new Holder(v); }', byHand],
    ['and gives it back', 'object Own(string n, object v) { return v; }', byHand],
    ['and keeps it, and logs it', 'void Own(string n, object v) { logger.LogDebug("{V}", v); kept = v; }', byHand],
    ['and puts it in a list', 'void Own(string n, object v) { list.AppendAll(v); list.Inserted(v); }', byHand],
    ['and hands it on', 'void Own(string n, object v) => library.Set(n, v);', byHand],
    ['and keeps it', 'void Own(string n, object v) { kept = v; }', byHand],
    ['that others write', 'abstract void Own(string n, object v);', byHand],
  ])('%s', async (_, method, outcome) => {
    expect(await passing(method)).toEqual(outcome);
  });

  test.each([
    ['by name', 'Own(v: token, n: "a");', 'void Own(string n, object v) => Set(n, $"{v}");'],
    ['by name, of two objects', 'Own(v: token, n: 1);', 'void Own(object n, object v) => Set($"{v}");'],
    [
      'behind a dot',
      'request.Own("a", token);',
      'static void Own(this HttpRequestMessage r, string n, object v) => Set(n, $"{v}");',
    ],
    [
      'in front of the dot’s',
      'RegisterClient.Own(request, "a", token);',
      'static void Own(this HttpRequestMessage r, string n, object v) => Set(n, $"{v}");',
    ],
  ])('%s', async (_, call, method) => {
    expect(await becomes(call, `    ${method}\n`)).toEqual({
      found: [review],
      statement: call.replace('token', 'token.Value'),
    });
  });

  test.each([
    ['another object', 'Own(token, 1);', 'void Own(object n, object v) => Set($"{v}");'],
    ['another object, by name', 'Own(v: 1, n: token);', 'void Own(object n, object v) => Set($"{v}");'],
    [
      'another of its name',
      'Own("a", token);',
      'void Own(string n, object v) { Func<string, string> f = v => $"{v}"; }',
    ],
  ])('nothing where it makes text of %s', async (_, call, method) => {
    expect(await becomes(call, `    ${method}\n`)).toEqual({ found: [], statement: call });
  });

  test('of another class', async () => {
    const sender =
      'namespace Kystd.App.Clients;\npublic class Sender\n{\n    public void Own(string n, object v) => Set(n, $"{v}");\n}\n';
    const { found, after } = await unmasked(clientThat('sender.Own("a", token);', '    private Sender sender;\n'), {
      more: { 'App/Sender.cs': sender },
    });
    expect(found).toEqual([review]);
    expect(after).toContain('sender.Own("a", token.Value);');
  });
});

describe('what the version makes of it', () => {
  const text = clientThat('var s = $"{token}";').replace('GetAltinnExchangedToken', 'GetAccessToken');
  test.each([
    // Another type, which masks nothing.
    ['8.3.4', []],
    // There is no 8.4: NuGet takes 8.5.0.
    ['8.4.0', ['review, full-token']],
    ['8.5.0', ['review, full-token']],
    ['8.12.8', ['review, full-token']],
    ['9.0.0-preview.1', ['review, full-token']],
    ['8.*', ['review, full-token']],
    ['[8.3.0,9.0.0)', ['review, full-token, version-assumed']],
    ['$(Unset)', ['manual, version-unknown']],
  ])('%s', async (version, outcome) => {
    const { found } = await unmasked(text, { version });
    expect(found).toEqual(outcome.map((one) => `${registerClient}:14 warning any ${one}`));
  });

  test('in a library project its own version decides too', async () => {
    const files = (version: string) => ({
      ...appWith('    services.AddOwn();', { version: '8.7.0' }),
      'App/App.csproj': referencing(projectOf('8.7.0'), '../Lib/Lib.csproj'),
      'Lib/Lib.csproj': libraryOf(version),
      'Lib/Own.cs': text,
    });
    expect(await found('clients/masked-token', files('8.3.4'))).toEqual([]);
    expect(await found('clients/masked-token', files('8.7.0'))).toEqual([
      'Lib/Own.cs:14 warning any review, full-token',
    ]);
  });
});

describe('look-alikes', () => {
  const holding = 'class Other(IMaskinportenClient client) { }\n';
  test.each([
    [
      'a token of another library',
      'using Other.Tokens;\npublic class C\n{\n    public string M(JwtToken token) => $"{token}";\n}\n',
      {},
    ],
    [
      'a token of the app’s own',
      'using Altinn.App.Core.Models;\npublic class C\n{\n    public string M(JwtToken token) => $"{token}";\n}\n',
      { 'App/Token.cs': 'public record JwtToken(string Value);\n' },
    ],
    [
      'another client',
      'using Nordfelles;\npublic class C(IMaskinportenClient client)\n{\n    public async Task<string> M() => $"{await client.GetAccessToken(["a"])}";\n}\n',
      {},
    ],
    ['a comment', 'using Altinn.App.Core.Models;\n// JwtToken token; $"{token}"\n', {}],
    [
      'a text',
      'using Altinn.App.Core.Models;\nclass C { string S = "JwtToken token = x; {token}"; JwtToken token; }\n',
      {},
    ],
  ])('%s', async (_, text, more) => {
    expect(await unmasked(text, { more: { 'App/Other.cs': holding, ...more } })).toEqual({ found: [], after: text });
  });
});

test('where symbols decide, a person does', async () => {
  const { found, after } = await unmasked(clientThat('\n#if DEBUG\n        var s = $"{token}";\n#endif\n'));
  expect(found).toEqual([`${registerClient}:16 warning any manual, refused (conditional-compilation)`]);
  expect(after).toContain('{token}');
});

test('fixed once, there is nothing left', async () => {
  const once = await unmasked(clientThat('var s = $"{token}" + token.ToString(); object o = token; s = $"{o}";'));
  expect(once.found).toHaveLength(3);
  expect(await unmasked(once.after)).toEqual({ found: [], after: once.after });
});

test('what is pointed at is the token', async () => {
  const { app, settled } = await auditedApp(
    appWith('', { more: { [registerClient]: clientThat('var s = $"a {token,3}" + token.ToString();') } }),
  );
  const text = app.workspace.read(registerClient);
  const source = text.kind === 'text' ? text.source.text : '';
  const pointed = settled
    .filter(({ finding }) => finding.rule === 'clients/masked-token')
    .map(({ finding: { at, data } }) => [source.slice(at.start, at.end), data]);
  expect(pointed).toEqual([
    ['token,3}', { form: 'interpolation', token: 'token' }],
    ['token.ToString()', { form: 'to-string', token: 'token' }],
  ]);
});
