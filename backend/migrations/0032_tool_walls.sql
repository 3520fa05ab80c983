select casepost_wall('tool_sightings');
