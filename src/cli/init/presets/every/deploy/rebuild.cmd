@echo off
rem Windows: run once as administrator to build the site every day at 00:10:
rem   schtasks /create /tn gongkai /sc daily /st 00:10 /tr "D:\board\deploy\rebuild.cmd"
rem The old site stays as it is where something is wrong.
cd /d "%~dp0.."
git pull --quiet --ff-only
gongkai build --out "C:\inetpub\gongkai"
