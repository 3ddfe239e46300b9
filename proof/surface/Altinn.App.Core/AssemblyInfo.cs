using System.Runtime.CompilerServices;

[assembly: InternalsVisibleTo("Altinn.App.Api")]
[assembly: InternalsVisibleTo("Altinn.App.Clients.Fiks")]
