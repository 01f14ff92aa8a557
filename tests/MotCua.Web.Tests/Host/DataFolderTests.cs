using System.Runtime.Versioning;
using MotCua.Web.Configuration;
using Xunit;

namespace MotCua.Web.Tests.Host;

public sealed class DataFolderTests : IDisposable
{
    private readonly Folder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    [UnsupportedOSPlatform("windows")]
    public void A_new_data_folder_is_for_the_account_of_the_program_alone()
    {
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("permissions of Windows are other ones");
            return;
        }
        var settings = new MotCuaSettings { Data = folder["data"] };

        Assert.Null(DataFolder.Prepare(settings));

        const UnixFileMode ours = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        Assert.Equal(ours, File.GetUnixFileMode(settings.Data));
        Assert.Equal(ours, File.GetUnixFileMode(settings.Keys));
    }
}
