using System.Text;
using System.Text.Json;
using ReadOracle;

// Jobs come as JSON lines in a file, answers go out as JSON lines: one for each file of a job, with each set of symbols.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
using var output = new StreamWriter(Console.OpenStandardOutput(), new UTF8Encoding(false), 1 << 16);
var answers = File.ReadLines(args[0])
    .AsParallel()
    .AsOrdered()
    .WithDegreeOfParallelism(Math.Max(2, Environment.ProcessorCount))
    .SelectMany(line => Answer(line));
foreach (var answer in answers)
    output.WriteLine(answer);

static IEnumerable<string> Answer(string line)
{
    var job = JsonSerializer.Deserialize<Job>(line, Wire.Options) ?? throw new InvalidDataException(line);
    return job.Edit is { } edit
        ? [JsonSerializer.Serialize(EditCheck.Judge(job.Id, edit), Wire.Options)]
        : Reading.Of(job).Select(facts => JsonSerializer.Serialize(facts, Wire.Options)).ToList();
}
