#if ALTINN_APP_8_3_OR_GREATER
using System;
using Altinn.App.Core.Exceptions;

namespace Altinn.App.Core.Exceptions
{
    public abstract class AltinnException(string? message, Exception? innerException) : Exception(message, innerException);
}

namespace Altinn.App.Core.Features.Maskinporten.Exceptions
{
    public abstract class MaskinportenException(string? message, Exception? innerException)
        : AltinnException(message, innerException);

    public sealed class MaskinportenAuthenticationException(string? message, Exception? innerException)
        : MaskinportenException(message, innerException)
    {
        public MaskinportenAuthenticationException(string? message)
            : this(message, null) { }
    }

    public sealed class MaskinportenConfigurationException(string? message, Exception? innerException)
        : MaskinportenException(message, innerException)
    {
        public MaskinportenConfigurationException(string? message)
            : this(message, null) { }
    }
}
#endif
