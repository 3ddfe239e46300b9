using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace ReadOracle;

static class Wire
{
    public static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Text in ASCII: half a surrogate pair, which a literal may hold, has no form in JSON that every writer keeps.</summary>
    public static string Spelled(string text)
    {
        var spelled = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (character is >= ' ' and < '\x7f' and not '\\')
                spelled.Append(character);
            else
                spelled.Append('\\').Append(((int)character).ToString("x4"));
        }
        return spelled.ToString();
    }
}

/// <summary>One app to read, or one edit to judge.</summary>
sealed record Job(string Id, string? Root, IReadOnlyList<JobFile>? Files, IReadOnlyList<IReadOnlyList<string>>? SymbolSets, Edit? Edit);

/// <summary>A file below the root, with the sets of symbols for each of which it is to be read.</summary>
sealed record JobFile(string Path, IReadOnlyList<IReadOnlyList<string>> SymbolSets);

sealed record Edit(string Kind, string Before, string After, IReadOnlyList<TextChange> Changes, IReadOnlyList<IReadOnlyList<string>> SymbolSets);

sealed record TextChange(int Start, int End, string Replacement);

sealed record EditAnswer(string Id, IReadOnlyList<string> Problems);

/// <summary>Start and end, as an array of two.</summary>
[JsonConverter(typeof(AreaConverter))]
readonly record struct Area(int Start, int End);

sealed class AreaConverter : JsonConverter<Area>
{
    public override Area Read(ref Utf8JsonReader reader, Type type, JsonSerializerOptions options) => throw new NotSupportedException();

    public override void Write(Utf8JsonWriter writer, Area value, JsonSerializerOptions options)
    {
        writer.WriteStartArray();
        writer.WriteNumberValue(value.Start);
        writer.WriteNumberValue(value.End);
        writer.WriteEndArray();
    }
}
