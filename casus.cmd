@echo off
rem Runs Casus; builds it first (Release) when sources, knowledge or models have changed.
setlocal
set "top=%~dp0"
set "out=%top%artifacts\launch\windows"
powershell -NoProfile -Command "$s='%out%\.built'; if (-not (Test-Path $s)) { exit 1 }; $t=(Get-Item $s -Force).LastWriteTimeUtc; $n=Get-ChildItem '%top%src','%top%knowledge','%top%models','%top%Directory.Build.props','%top%Directory.Packages.props','%top%global.json' -Recurse -ErrorAction SilentlyContinue | Where-Object { $_.LastWriteTimeUtc -gt $t } | Select-Object -First 1; if ($n) { exit 1 } else { exit 0 }"
if errorlevel 1 (
    echo casus: building ... 1>&2
    dotnet publish "%top%src\Casus.App\Casus.App.csproj" -c Release -o "%out%" -v quiet -nologo --tl:off 1>&2 || exit /b 2
    type nul > "%out%\.built"
    echo casus: built. 1>&2
)
dotnet "%out%\Casus.App.dll" %*
exit /b %errorlevel%
